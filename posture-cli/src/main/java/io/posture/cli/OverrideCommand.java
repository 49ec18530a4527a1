package io.posture.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.api.ItemId;
import io.posture.io.manual.ManualOverride;
import io.posture.io.policy.ReviewPolicy;
import io.posture.io.run.PlainText;
import io.posture.io.run.RecordFile;
import io.posture.io.run.ReviewMemory;
import io.posture.io.run.ReviewMemoryFile;
import io.posture.io.run.RunManifest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down a value that somebody sets by hand. */
@Command(
        name = "override",
        description = "Sets a value of an item by hand, until a day: a part of its decision (posture, safety_stock,"
                + " reorder_point, order_qty, strategic_stock), or a fact that it is decided with. Added to DIR.overrides.csv beside the run"
                + " folder, which every later run in DIR reads.",
        footer = {
            "",
            "Example:",
            "  posture override 4711-X safety_stock=50 --reason CONTRACT --rationale \"SLA with the customer\""
                    + " --by planning --expires 2027-06-30"
        })
final class OverrideCommand implements Callable<Integer> {

    private static final List<Character> FORMULA = List.of('=', '+', '-', '@');

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunOption run = new RunOption();

    @Mixin
    private final ItemArgument item = new ItemArgument();

    @Parameters(index = "1", paramLabel = "FIELD=VALUE", description = "what to set, and to what")
    private String assignment = "";

    @Option(
            names = "--reason",
            paramLabel = "CODE",
            required = true,
            description =
                    "why, a code of capital letters such as CONTRACT; EMERGENCY for a safety stock that an emergency"
                            + " calls for")
    private String reason = "";

    @Option(names = "--rationale", paramLabel = "TEXT", required = true, description = "why, in words")
    private String rationale = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "who approves it and answers for it")
    private String approver = "";

    @Option(
            names = "--expires",
            paramLabel = "DATE",
            required = true,
            converter = PolicyOptions.Day.class,
            description = "last day on which it holds, YYYY-MM-DD")
    private LocalDate expires = LocalDate.EPOCH;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            converter = PolicyOptions.Day.class,
            description = "first day on which it holds; default: the day of the run")
    private Optional<LocalDate> approvedOn = Optional.empty();

    @Option(
            names = "--location",
            paramLabel = "PLACE",
            description = "the place; a run decides on an item that is at several places as a whole, leave it out then")
    private Optional<String> location = Optional.empty();

    OverrideCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        FoundItem found = FoundItem.in(run.folder(), item.name(), "override ITEM FIELD=VALUE", console);
        LocalDate asOf = run.manifest("override ITEM FIELD=VALUE").asOf();
        requirePlain("--rationale", rationale);
        requirePlain("--by", approver);
        ManualOverride override = override(found.id(), asOf);
        if (override.expiresOn().isBefore(asOf)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--expires " + expires + " is before the day of the run, " + asOf
                            + ", so it would never hold. Nothing was written.");
        }
        requireDay("--expires", override.expiresOn(), asOf);
        requireDay("--on", override.approvedOn(), asOf);
        requirePlace(found);
        Path file = RecordFile.append(run.folder(), override, location.orElse(""), console::note);
        if (common.json()) {
            console.result(json(override, file));
        } else {
            console.result(override.id() + ": " + override.text() + "\nAdded to " + file + ".");
            console.note(next(run.folder()));
        }
        tooLong(override, found.id()).ifPresent(console::note);
        return ExitCode.DONE;
    }

    /** How the run is made anew: without DATA it takes inputs, policy and plugins of the last one. */
    static String next(Path folder) {
        return "Next: posture assess" + RunOption.suffix("--out", folder);
    }

    /** A day that a table of a run can have. */
    static void requireDay(String option, LocalDate day, LocalDate asOf) {
        if (!ManualOverride.canBeMeant(day, asOf)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    option + " " + day + " cannot be meant: days run from " + ManualOverride.earliest() + " to "
                            + ManualOverride.latest(asOf) + ". Nothing was written.");
        }
    }

    /** DOMAIN J.1: a value set by hand lasts two reviews at most, and an emergency less. */
    private Optional<String> tooLong(ManualOverride override, ItemId id) {
        ReviewPolicy reviews =
                RunManifest.find(run.folder()).map(RunManifest::review).orElse(ReviewPolicy.DEFAULTS);
        LocalDate last = override.lastDay(reviews.emergencyDays());
        if (last.isBefore(override.expiresOn())) {
            return Optional.of("warning: a buffer for an emergency ends after " + reviews.emergencyDays() + " days, on "
                    + last + ", unless it is renewed with a reason");
        }
        Optional<ReviewMemory.Facts> facts = ReviewMemoryFile.find(run.folder())
                .flatMap(run -> Optional.ofNullable(run.items().get(id)))
                .map(ReviewMemory.Item::facts);
        boolean often = facts.filter(item ->
                        item.code("posture").equals("JIC") || item.code("ved").equals("V"))
                .isPresent();
        LocalDate longest =
                override.approvedOn().plusDays(2L * (often ? reviews.jicAndVitalDays() : reviews.everyDays()));
        return override.expiresOn().isAfter(longest)
                ? Optional.of("warning: it holds for longer than two reviews of the item, which ends on " + longest
                        + ". The review will call for it (OVERRIDE_TOO_LONG). Maybe --expires " + longest)
                : Optional.empty();
    }

    private ManualOverride override(ItemId id, LocalDate asOf) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "'" + assignment + "' must be written FIELD=VALUE, for example safety_stock=50. Fields: "
                            + ManualOverride.fields());
        }
        try {
            return new ManualOverride(
                    id,
                    assignment.substring(0, equals),
                    assignment.substring(equals + 1),
                    reason,
                    rationale.strip(),
                    approver.strip(),
                    approvedOn.orElse(asOf),
                    expires,
                    "");
        } catch (IllegalArgumentException refused) {
            throw new CommandException(ExitCode.USAGE, refused.getMessage() + ". Nothing was written.", refused);
        }
    }

    private void requirePlace(FoundItem found) {
        location.filter(place -> !place.equals(found.id().site())).ifPresent(place -> {
            List<String> places = ProposalPlaces.of(run.folder(), found.id());
            if (!places.equals(List.of(place))) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "the run does not decide on " + found.id() + " at place '" + place + "' by itself"
                                + (places.isEmpty() ? "" : ", but at " + places)
                                + ". Maybe leave --location out. Nothing was written.");
            }
        });
    }

    /** A file that spreadsheets open must hold no formula and no line break. */
    static void requirePlain(String option, String text) {
        if (text.isBlank()) {
            throw new CommandException(ExitCode.USAGE, option + " must not be empty. Nothing was written.");
        }
        if (FORMULA.contains(text.strip().charAt(0)) || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    option
                            + " must not begin with =, +, - or @, which a spreadsheet takes for a formula, and must be one"
                            + " line, was '" + PlainText.of(text) + "'. Nothing was written.");
        }
    }

    private static String json(ManualOverride override, Path file) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", "posture/override/v1");
        root.put("id", override.id());
        root.put("item", override.item().sku());
        root.put("location", override.item().site());
        root.put("field", override.field());
        root.put("value", override.value());
        root.put("reason_code", override.reasonCode());
        root.put("rationale", override.rationale());
        root.put("approved_by", override.approvedBy());
        root.put("approved_on", override.approvedOn().toString());
        root.put("expires_on", override.expiresOn().toString());
        root.put("file", file.toString());
        return root.toPrettyString();
    }
}
