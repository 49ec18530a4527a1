package io.posture.io.manual;

import io.posture.api.CriticalityScores;
import io.posture.api.FailureRating;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemType;
import io.posture.api.Lifecycle;
import io.posture.api.PriceBreak;
import io.posture.api.RowRefs;
import io.posture.api.StockoutEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Master data of an item, some of it changed. */
record ChangedItem(Item base, Map<Fact, FactChange> changes) implements Item {

    ChangedItem {
        changes = Map.copyOf(changes);
    }

    private OptionalDouble number(Fact fact, OptionalDouble today) {
        FactChange change = changes.get(fact);
        return change == null ? today : change.number();
    }

    @Override
    public ItemId id() {
        return base.id();
    }

    @Override
    public String description() {
        return base.description();
    }

    @Override
    public ItemType type() {
        FactChange change = changes.get(Fact.ITEM_TYPE);
        return change == null ? base.type() : ItemType.valueOf(change.word().toUpperCase(Locale.ROOT));
    }

    @Override
    public String category() {
        return base.category();
    }

    @Override
    public Lifecycle lifecycle() {
        return base.lifecycle();
    }

    @Override
    public Optional<LocalDate> introducedOn() {
        return base.introducedOn();
    }

    @Override
    public Optional<LocalDate> endOfLifeOn() {
        return base.endOfLifeOn();
    }

    @Override
    public OptionalDouble unitCost() {
        return number(Fact.UNIT_COST, base.unitCost());
    }

    @Override
    public OptionalDouble carryingRate() {
        return number(Fact.CARRYING_RATE, base.carryingRate());
    }

    @Override
    public OptionalDouble orderCost() {
        return number(Fact.ORDER_COST, base.orderCost());
    }

    @Override
    public List<PriceBreak> priceBreaks() {
        return base.priceBreaks();
    }

    @Override
    public OptionalDouble shortageCost() {
        return number(Fact.STOCKOUT_COST_PER_UNIT, base.shortageCost());
    }

    @Override
    public OptionalDouble shortageCostPerDay() {
        return number(Fact.STOCKOUT_COST_PER_DAY, base.shortageCostPerDay());
    }

    @Override
    public OptionalDouble unitMargin() {
        return number(Fact.UNIT_MARGIN, base.unitMargin());
    }

    @Override
    public OptionalDouble serviceTarget() {
        return number(Fact.SERVICE_TARGET, base.serviceTarget());
    }

    @Override
    public Optional<StockoutEvent> stockoutEvent() {
        return base.stockoutEvent().map(this::changed);
    }

    private StockoutEvent changed(StockoutEvent event) {
        return new StockoutEvent(
                event.unitsShort(),
                event.expedite(),
                number(Fact.DOWNTIME_HOURS, OptionalDouble.of(event.downtimeHours()))
                        .orElse(0),
                number(Fact.DOWNTIME_COST_PER_HOUR, OptionalDouble.of(event.downtimeCostPerHour()))
                        .orElse(0),
                event.downtimeIncludesMargin(),
                event.penalty(),
                event.churnProbability(),
                event.customerValue(),
                event.rows());
    }

    @Override
    public OptionalDouble failuresPerYear() {
        return base.failuresPerYear();
    }

    @Override
    public OptionalDouble shelfLifeDays() {
        return number(Fact.SHELF_LIFE_DAYS, base.shelfLifeDays());
    }

    @Override
    public CriticalityScores criticality() {
        FactChange byClass = changes.get(Fact.CRITICALITY_CLASS);
        CriticalityScores today = byClass == null ? base.criticality() : CriticalityScores.ofClass(byClass.word());
        return new CriticalityScores(
                number(Fact.CRIT_PRODUCTION, today.production()),
                number(Fact.CRIT_SAFETY, today.safety()),
                number(Fact.CRIT_CONTRACT, today.contract()),
                number(Fact.CRIT_REVENUE, today.revenue()),
                number(Fact.CRIT_SUBSTITUTION, today.substitution()));
    }

    @Override
    public Optional<FailureRating> failureRating() {
        return base.failureRating();
    }

    @Override
    public Optional<ItemId> analogue() {
        return base.analogue();
    }

    @Override
    public boolean criticalSpare() {
        FactChange change = changes.get(Fact.CRITICAL_SPARE);
        return change == null ? base.criticalSpare() : Boolean.parseBoolean(change.word());
    }

    @Override
    public boolean internalSupply() {
        return base.internalSupply();
    }

    @Override
    public OptionalDouble processReliability() {
        return base.processReliability();
    }

    @Override
    public RowRefs rows() {
        return base.rows();
    }
}
