package io.posture.io.manual;

import io.posture.api.ItemId;
import io.posture.explain.Origin;
import io.posture.io.input.NearestNames;
import io.posture.io.table.DateLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A value that somebody set by hand: a fact that an item is decided with, or a part of the decision itself.
 *
 * @param item the item
 * @param field what is set, one of {@link #fields}
 * @param value to what
 * @param reasonCode why, a code such as {@code CONTRACT}
 * @param rationale why, in words
 * @param approvedBy who answers for it
 * @param approvedOn since when
 * @param expiresOn last day on which it holds
 * @param where the row that says so; empty if there is none yet
 */
public record ManualOverride(
        ItemId item,
        String field,
        String value,
        String reasonCode,
        String rationale,
        String approvedBy,
        LocalDate approvedOn,
        LocalDate expiresOn,
        String where) {

    /** Reason code of a buffer that an emergency calls for. */
    public static final String EMERGENCY = "EMERGENCY";

    /** What a reason code looks like. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_-]{0,39}");

    private static final int ID_DIGITS = 12;

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the field cannot be set to the value, something of who and why is missing, or it
     *     ends before it begins
     */
    public ManualOverride {
        field = field.strip();
        value = value.strip();
        Optional<String> refused = refusal(field, value);
        if (refused.isPresent()) {
            throw new IllegalArgumentException(refused.get());
        }
        field = named(field);
        if (!CODE.matcher(reasonCode).matches()) {
            throw new IllegalArgumentException(
                    "the reason must be a code of capital letters, digits and hyphens such as" + " CONTRACT, was '"
                            + reasonCode + "'");
        }
        if (rationale.isBlank() || approvedBy.isBlank()) {
            throw new IllegalArgumentException(
                    "a value set by hand needs a rationale and a name that approves it, were '" + rationale + "' and '"
                            + approvedBy + "'");
        }
        if (expiresOn.isBefore(approvedOn)) {
            throw new IllegalArgumentException(
                    "it would expire on " + expiresOn + ", before it is approved on " + approvedOn);
        }
    }

    /** Why a field cannot be set to a value; empty if it can. */
    public static Optional<String> refusal(String field, String value) {
        Optional<DecisionField> decision = DecisionField.find(field);
        if (decision.isPresent()) {
            return decision.get().allows(value)
                    ? Optional.empty()
                    : Optional.of(field + " must be " + decision.get().allowed() + " ("
                            + decision.get().about() + "), was '" + value + "'");
        }
        Optional<Fact> fact = Fact.find(field);
        if (fact.isEmpty()) {
            return Optional.of("no field '" + field + "' that can be set by hand." + NearestNames.maybe(field, fields())
                    + " Fields: " + fields());
        }
        return fact.get().allows(value)
                ? Optional.empty()
                : Optional.of(field + " must be " + fact.get().allowed() + " ("
                        + fact.get().about() + "), was '" + value + "'");
    }

    /** Names of all fields that can be set. */
    public static List<String> fields() {
        TreeSet<String> names = new TreeSet<>(Fact.ids());
        names.addAll(DecisionField.ids());
        return List.copyOf(names);
    }

    private static String named(String field) {
        return DecisionField.find(field)
                .map(DecisionField::id)
                .or(() -> Fact.find(field).map(Fact::id))
                .orElse(field);
    }

    /** Key of the override: the same content has the same key wherever its row stands. */
    public String id() {
        String content = String.join(
                "\n",
                item.sku(),
                item.site(),
                field,
                value,
                reasonCode,
                rationale,
                approvedBy,
                approvedOn.toString(),
                expiresOn.toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "OV-" + HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** Whether it is a buffer that an emergency calls for. */
    public boolean emergency() {
        return reasonCode.equals(EMERGENCY)
                && decision()
                        .filter(part -> part == DecisionField.SAFETY_STOCK || part == DecisionField.STRATEGIC_STOCK)
                        .isPresent();
    }

    /**
     * The last day on which it holds: a buffer for an emergency ends with the emergency.
     *
     * @param emergencyDays days that such a buffer may hold
     */
    public LocalDate lastDay(int emergencyDays) {
        LocalDate over = approvedOn.plusDays(emergencyDays);
        return emergency() && over.isBefore(expiresOn) ? over : expiresOn;
    }

    /** Whether a table of a run of a day can have another day. */
    public static boolean canBeMeant(LocalDate day, LocalDate asOf) {
        return DateLimits.around(Optional.of(asOf)).contains(day);
    }

    /** The first day that a table can have. */
    public static LocalDate earliest() {
        return DateLimits.around(Optional.empty()).earliest();
    }

    /** The last day that a table of a run can have. */
    public static LocalDate latest(LocalDate asOf) {
        return DateLimits.around(Optional.of(asOf)).latest();
    }

    Optional<DecisionField> decision() {
        return DecisionField.find(field);
    }

    FactChange change() {
        return new FactChange(
                Fact.find(field).orElseThrow(() -> new IllegalStateException(field + " is no fact")), value);
    }

    /** Where a value that it set comes from. */
    Origin.ByHand origin() {
        return new Origin.ByHand(id(), field, reasonCode, rationale, approvedBy, approvedOn, expiresOn, where);
    }

    /** Who set what to what, and until when, for people. */
    public String text() {
        return field + " of " + item + " set to " + value + " by hand, " + reasonCode + ": " + rationale + " ("
                + approvedBy + ", " + approvedOn + " to " + expiresOn + ")";
    }
}
