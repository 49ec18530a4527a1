package io.posture.safetystock;

import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.PriceBreak;
import io.posture.api.RowRefs;
import io.posture.api.SegmentedItem;
import io.posture.api.SizedItem;
import io.posture.api.StockPosition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A sized item for the tests of lots, with facts beyond those of {@link Sized}. */
record LotItem(
        Sized sized, ItemState state, Optional<LocalDate> endOfLifeOn, OptionalDouble stock, List<PriceBreak> prices) {

    static LotItem of(Sized sized) {
        return new LotItem(sized, ItemState.ACTIVE, Optional.empty(), OptionalDouble.empty(), List.of());
    }

    LotItem obsolete() {
        return new LotItem(sized, ItemState.OBSOLETE, endOfLifeOn, stock, prices);
    }

    LotItem ending(LocalDate lastDay) {
        return new LotItem(sized, ItemState.OBSOLETE, Optional.of(lastDay), stock, prices);
    }

    LotItem holding(double pieces) {
        return new LotItem(sized, state, endOfLifeOn, OptionalDouble.of(pieces), prices);
    }

    LotItem priced(PriceBreak... breaks) {
        return new LotItem(sized, state, endOfLifeOn, stock, List.of(breaks));
    }

    SizedItem item() {
        SizedItem plain = sized.item(Map.of());
        ItemProfile profile = plain.profile();
        LotItem facts = this;
        Item master = new Item() {
            @Override
            public ItemId id() {
                return profile.item().id();
            }

            @Override
            public OptionalDouble unitCost() {
                return profile.item().unitCost();
            }

            @Override
            public OptionalDouble carryingRate() {
                return profile.item().carryingRate();
            }

            @Override
            public OptionalDouble orderCost() {
                return profile.item().orderCost();
            }

            @Override
            public OptionalDouble shortageCost() {
                return profile.item().shortageCost();
            }

            @Override
            public OptionalDouble shelfLifeDays() {
                return profile.item().shelfLifeDays();
            }

            @Override
            public Optional<LocalDate> endOfLifeOn() {
                return facts.endOfLifeOn;
            }

            @Override
            public List<PriceBreak> priceBreaks() {
                return facts.prices;
            }
        };
        return new SizedItem(
                new SegmentedItem(
                        new ItemProfile(
                                master,
                                state,
                                profile.demand(),
                                profile.supply(),
                                new StockPosition(stock, 0, RowRefs.of("stock.csv", 2))),
                        plain.segmented().segments()),
                Map.of());
    }
}
