package io.posture.api;

import java.util.OptionalDouble;

/** A company that delivers. An inventory system presents its own rows by implementing this. */
public interface Supplier {

    /** The key. */
    String id();

    /** What people call it; empty if there is no name apart from the key. */
    default String name() {
        return "";
    }

    /** ISO 3166-1 alpha-2 code of the country it delivers from; empty if unknown. */
    default String country() {
        return "";
    }

    /** Region that one event can hit as a whole; empty means the country. */
    default String region() {
        return "";
    }

    /** Whether it may be bought from. */
    default SupplierStatus status() {
        return SupplierStatus.APPROVED;
    }

    /** Financial soundness, 0 to 100, 100 best. */
    default OptionalDouble financialScore() {
        return OptionalDouble.empty();
    }

    /** Geopolitical risk, 0 to 1, 1 worst; overrides the country's score. */
    default OptionalDouble politicalScore() {
        return OptionalDouble.empty();
    }

    /** Days to full recovery after an outage, including requalification. */
    default OptionalDouble recoveryDays() {
        return OptionalDouble.empty();
    }

    /** Days until it delivers when it is an alternate that is not bought from. */
    default OptionalDouble alternateBringUpDays() {
        return OptionalDouble.empty();
    }
}
