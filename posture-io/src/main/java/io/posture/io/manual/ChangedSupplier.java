package io.posture.io.manual;

import io.posture.api.Supplier;
import io.posture.api.SupplierStatus;
import java.util.Map;
import java.util.OptionalDouble;

/** A supplier, some of it changed. */
record ChangedSupplier(Supplier base, Map<Fact, FactChange> changes) implements Supplier {

    ChangedSupplier {
        changes = Map.copyOf(changes);
    }

    private OptionalDouble number(Fact fact, OptionalDouble today) {
        FactChange change = changes.get(fact);
        return change == null ? today : change.number();
    }

    @Override
    public String id() {
        return base.id();
    }

    @Override
    public String name() {
        return base.name();
    }

    @Override
    public String country() {
        return base.country();
    }

    @Override
    public String region() {
        return base.region();
    }

    @Override
    public SupplierStatus status() {
        return base.status();
    }

    @Override
    public OptionalDouble financialScore() {
        return number(Fact.FINANCIAL_SCORE, base.financialScore());
    }

    @Override
    public OptionalDouble politicalScore() {
        return number(Fact.POLITICAL_SCORE, base.politicalScore());
    }

    @Override
    public OptionalDouble recoveryDays() {
        return number(Fact.TTR_DAYS, base.recoveryDays());
    }

    @Override
    public OptionalDouble alternateBringUpDays() {
        return base.alternateBringUpDays();
    }
}
