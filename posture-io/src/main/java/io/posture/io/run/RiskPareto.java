package io.posture.io.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.posture.api.ItemId;
import io.posture.io.input.RejectWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Items by the loss to expect of them in a year, largest first; those of unknown loss last. Not thread-safe. */
final class RiskPareto {

    private static final List<String> COLUMNS =
            List.of("rank", "item_id", "location_id", "expected_annual_loss", "cumulative_share");
    private static final double MOST = 0.8;
    private static final double SLACK = 1e-12;

    private final List<Loss> known = new ArrayList<>();
    private final List<ItemId> unknown = new ArrayList<>();

    private record Loss(ItemId item, double perYear) {}

    RiskPareto() {}

    void add(ItemResult result) {
        OptionalDouble loss = result.expectedAnnualLoss();
        if (loss.isPresent()) {
            known.add(new Loss(result.id(), loss.getAsDouble()));
        } else {
            unknown.add(result.id());
        }
    }

    /** How concentrated the losses are. */
    Summary.Losses losses() {
        double total = known.stream().mapToDouble(Loss::perYear).sum();
        double sum = 0;
        long carrying = 0;
        for (Loss loss : sorted()) {
            if (!(sum < MOST * total * (1 - SLACK))) {
                break;
            }
            sum += loss.perYear;
            carrying++;
        }
        return new Summary.Losses(known.size(), unknown.size(), total, carrying);
    }

    /** Writes {@code pareto.csv}; the target is closed. */
    void write(Writer target) throws IOException {
        double total = known.stream().mapToDouble(Loss::perYear).sum();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target)) {
            csv.writeRecord(COLUMNS);
            double sum = 0;
            int rank = 0;
            for (Loss loss : sorted()) {
                sum += loss.perYear;
                rank++;
                csv.writeRecord(
                        Integer.toString(rank),
                        RejectWriter.safe(loss.item.sku()),
                        RejectWriter.safe(loss.item.site()),
                        NumberText.of(OptionalDouble.of(loss.perYear)),
                        NumberText.of(
                                total > 0 ? OptionalDouble.of(Math.min(1, sum / total)) : OptionalDouble.empty()));
            }
            for (ItemId item : unknown) {
                csv.writeRecord("", RejectWriter.safe(item.sku()), RejectWriter.safe(item.site()), "", "");
            }
        }
    }

    private List<Loss> sorted() {
        return known.stream()
                .sorted(Comparator.comparingDouble(Loss::perYear).reversed().thenComparing(Loss::item))
                .toList();
    }
}
