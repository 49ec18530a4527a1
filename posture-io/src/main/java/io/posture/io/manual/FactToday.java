package io.posture.io.manual;

import io.posture.api.Item;
import io.posture.api.ItemProfile;
import io.posture.api.LeadTime;
import io.posture.api.SourcingLink;
import io.posture.api.StockoutEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is known of a fact of an item today. */
final class FactToday {

    private FactToday() {}

    /** Its value as people write it; empty if it is unknown. */
    static Optional<String> of(Fact fact, ItemProfile profile) {
        Item item = profile.item();
        return switch (fact) {
            case UNIT_COST -> text(item.unitCost());
            case CARRYING_RATE -> text(item.carryingRate());
            case ORDER_COST -> text(item.orderCost());
            case STOCKOUT_COST_PER_UNIT -> text(item.shortageCost());
            case STOCKOUT_COST_PER_DAY -> text(item.shortageCostPerDay());
            case UNIT_MARGIN -> text(item.unitMargin());
            case SHELF_LIFE_DAYS -> text(item.shelfLifeDays());
            case CRITICALITY_CLASS -> scores(item);
            case CRIT_PRODUCTION -> text(item.criticality().production());
            case CRIT_SAFETY -> text(item.criticality().safety());
            case CRIT_CONTRACT -> text(item.criticality().contract());
            case CRIT_REVENUE -> text(item.criticality().revenue());
            case CRIT_SUBSTITUTION -> text(item.criticality().substitution());
            case CRITICAL_SPARE -> Optional.of(Boolean.toString(item.criticalSpare()));
            case ITEM_TYPE -> Optional.of(item.type().name().toLowerCase(Locale.ROOT));
            case SERVICE_TARGET -> text(item.serviceTarget());
            case DEMAND_MEAN ->
                profile.demand().hasRate()
                        ? text(OptionalDouble.of(profile.demand().meanPerDay()))
                        : Optional.empty();
            case DEMAND_SD -> text(profile.demand().sdPerDay());
            case LEAD_TIME_MEAN -> leadTime(profile, LeadTime::meanDays);
            case LEAD_TIME_SD -> leadTime(profile, LeadTime::sdDays);
            case MOQ -> main(profile, SourcingLink::minimumOrderPieces);
            case MULTIPLE -> main(profile, SourcingLink::lotMultiplePieces);
            case QUALIFIED_SOURCES -> {
                List<SourcingLink> links = profile.supply().links();
                yield links.isEmpty() ? Optional.empty() : Optional.of(String.valueOf(ChangedSources.count(links)));
            }
            case TTR_DAYS -> main(profile, link -> link.supplier().recoveryDays());
            case FINANCIAL_SCORE -> main(profile, link -> link.supplier().financialScore());
            case POLITICAL_SCORE -> main(profile, SourcingLink::countryRisk);
            case PRICE_PREMIUM -> alternate(profile, link -> link.terms().unitPremium());
            case FIXED_COST -> alternate(profile, link -> link.terms().fixedPerYear());
            case SURGE_PCT -> alternate(profile, link -> link.terms().surgeShare());
            case DOWNTIME_HOURS -> stockout(item, StockoutEvent::downtimeHours);
            case DOWNTIME_COST_PER_HOUR -> stockout(item, StockoutEvent::downtimeCostPerHour);
            case ON_HAND -> text(profile.stock().usablePieces());
        };
    }

    private static Optional<String> scores(Item item) {
        return item.criticality().known().isEmpty()
                ? Optional.empty()
                : Optional.of("scores " + item.criticality().known());
    }

    private static Optional<String> leadTime(ItemProfile profile, Function<LeadTime, Double> part) {
        return profile.supply().leadTime().flatMap(time -> text(OptionalDouble.of(part.apply(time))));
    }

    private static Optional<String> main(ItemProfile profile, Function<SourcingLink, OptionalDouble> part) {
        return profile.supply().links().stream().findFirst().flatMap(link -> text(part.apply(link)));
    }

    private static Optional<String> alternate(ItemProfile profile, Function<SourcingLink, OptionalDouble> part) {
        List<SourcingLink> links = profile.supply().links();
        return ChangedSources.alternate(links).flatMap(at -> text(part.apply(links.get(at))));
    }

    private static Optional<String> stockout(Item item, ToDoubleFunction<StockoutEvent> part) {
        return item.stockoutEvent().flatMap(event -> text(OptionalDouble.of(part.applyAsDouble(event))));
    }

    private static Optional<String> text(OptionalDouble number) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        double value = number.getAsDouble();
        return Optional.of(
                value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value));
    }
}
