package io.posture.io.writeback;

import io.posture.api.ItemId;
import io.posture.io.ItemLocation;
import io.posture.io.ItemLocations;
import io.posture.io.writeback.Proposal.Pair;
import io.posture.io.writeback.Refusal.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Looks at one row with all guards and says everything that speaks against it. */
final class RowGuard {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String UNKNOWN = "unknown";

    private final Target target;
    private final List<Field> fields;
    private final Guards guards;

    RowGuard(Target target, List<Field> fields, Guards guards) {
        this.target = target;
        this.fields = fields;
        this.guards = guards;
    }

    /** Why the row must not be written; empty if it may. */
    List<Refusal> check(Proposal proposal, List<Field> changed) {
        if (proposal.places() > 1) {
            return List.of(new Refusal(
                    proposal,
                    Reason.SEVERAL_LOCATIONS,
                    "is held at " + proposal.places() + " places; the run decided on the item as a whole"));
        }
        List<Refusal> refusals = new ArrayList<>();
        key(proposal).ifPresent(refusals::add);
        unknown(proposal, changed).ifPresent(refusals::add);
        guards.now().flatMap(now -> moved(proposal, now)).ifPresent(refusals::add);
        for (Field field : changed) {
            if (guards.withoutRollback() || proposal.of(field).current().isPresent()) {
                percent(proposal, field).ifPresent(refusals::add);
                value(proposal, field).ifPresent(refusals::add);
            }
        }
        return List.copyOf(refusals);
    }

    private Optional<Refusal> key(Proposal proposal) {
        if (target.needs(Cell.Key.SOURCE_KEY) && proposal.sourceKey().isEmpty()) {
            return Optional.of(new Refusal(
                    proposal,
                    Reason.NO_SOURCE_KEY,
                    "has no source_key in item_locations, which " + target.id() + " needs"));
        }
        return target.needs(Cell.Key.LOCATION) && proposal.locationId().equals(ItemId.DEFAULT_SITE)
                ? Optional.of(new Refusal(
                        proposal,
                        Reason.NO_LOCATION,
                        "has no location_id in item_locations, which " + target.id() + " needs"))
                : Optional.empty();
    }

    private Optional<Refusal> unknown(Proposal proposal, List<Field> changed) {
        List<Field> noOld = changed.stream()
                .filter(field -> proposal.of(field).current().isEmpty())
                .toList();
        if (!noOld.isEmpty() && !guards.withoutRollback()) {
            return Optional.of(new Refusal(
                    proposal,
                    Reason.OLD_VALUE_UNKNOWN,
                    "nobody knows what is held as " + Field.list(noOld)
                            + ", so it could not be rolled back; add it to item_locations, leave it out with --fields, or"
                            + " use --without-rollback"));
        }
        List<Field> nothing = fields.stream()
                .filter(field -> proposal.of(field).current().isEmpty()
                        && proposal.of(field).proposed().isEmpty())
                .toList();
        return nothing.isEmpty() || !target.repeatsUnchanged()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        proposal,
                        Reason.FIELD_UNKNOWN,
                        "nothing is known of " + Field.list(nothing) + ", and " + target.id()
                                + " would clear an empty cell; leave it out with --fields"));
    }

    /** Any difference in what is written counts, and one in safety stock always. */
    private Optional<Refusal> moved(Proposal proposal, ItemLocations now) {
        ItemLocation held = now.of(ItemId.of(proposal.itemId()));
        if (held.places() == 0) {
            return Optional.of(
                    new Refusal(proposal, Reason.GONE_FROM_SOURCE, "is not in the file that says what is held now"));
        }
        List<String> differences = new ArrayList<>();
        if (held.places() > 1 || !held.locationId().equals(proposal.locationId())) {
            differences.add("its place");
        }
        for (Field field : compared()) {
            Pair pair = proposal.of(field);
            Optional<BigDecimal> current = decimal(of(held, field));
            if (!same(pair.current(), current)) {
                differences.add(field.id() + " was " + text(pair.current()) + ", is " + text(current));
            }
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        proposal,
                        Reason.SOURCE_MOVED,
                        "moved since the run: " + String.join("; ", differences) + "; run again on current data"));
    }

    private Set<Field> compared() {
        Set<Field> compared = new LinkedHashSet<>(List.of(Field.SAFETY_STOCK));
        for (Field field : fields) {
            if (field == Field.ORDER_QUANTITY) {
                compared.addAll(List.of(Field.REORDER_POINT, Field.MAX));
            } else {
                compared.add(field);
            }
        }
        return compared;
    }

    private static OptionalDouble of(ItemLocation held, Field field) {
        return switch (field) {
            case SAFETY_STOCK -> held.safetyStock();
            case REORDER_POINT -> held.reorderPoint();
            case MAX -> held.max();
            case ORDER_QUANTITY ->
                throw new IllegalArgumentException("an order quantity is compared by its two levels");
        };
    }

    private Optional<Refusal> percent(Proposal proposal, Field field) {
        if (guards.maxChangePercent().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal limit = guards.maxChangePercent().get();
        Pair pair = proposal.of(field);
        if (pair.current().isEmpty() || pair.current().get().signum() == 0) {
            return Optional.of(new Refusal(
                    proposal,
                    Reason.CHANGE_PERCENT,
                    change(field, pair) + " has no percentage, and the limit is " + Decimals.plain(limit) + " %"));
        }
        BigDecimal percent = size(pair).multiply(HUNDRED).divide(pair.current().get(), 6, RoundingMode.CEILING);
        return percent.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of(new Refusal(
                        proposal,
                        Reason.CHANGE_PERCENT,
                        change(field, pair) + " is " + Decimals.plain(percent.setScale(1, RoundingMode.HALF_EVEN))
                                + " %, more than " + Decimals.plain(limit) + " %"));
    }

    private Optional<Refusal> value(Proposal proposal, Field field) {
        if (guards.maxChangeValue().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal limit = guards.maxChangeValue().get();
        Pair pair = proposal.of(field);
        if (pair.current().isEmpty() || proposal.unitCost().isEmpty()) {
            return Optional.of(new Refusal(
                    proposal,
                    Reason.CHANGE_VALUE,
                    change(field, pair) + " has no known value, and the limit is " + Decimals.plain(limit)));
        }
        BigDecimal value = size(pair).multiply(proposal.unitCost().get());
        return value.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of(new Refusal(
                        proposal,
                        Reason.CHANGE_VALUE,
                        change(field, pair) + " is worth " + Decimals.money(value) + ", more than "
                                + Decimals.plain(limit)));
    }

    private static BigDecimal size(Pair pair) {
        return pair.proposed()
                .orElseThrow()
                .subtract(pair.current().orElseThrow())
                .abs();
    }

    private static String change(Field field, Pair pair) {
        return field.id() + " " + text(pair.current()) + " -> " + text(pair.proposed());
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() == other.isEmpty();
        }
        return one.get().compareTo(other.get()) == 0;
    }

    private static Optional<BigDecimal> decimal(OptionalDouble number) {
        return number.stream().mapToObj(BigDecimal::valueOf).findFirst();
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(Decimals::plain).orElse(UNKNOWN);
    }
}
