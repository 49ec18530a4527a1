package io.posture.io.run;

import io.posture.api.ItemId;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Items by the loss to expect of them in a year, largest first; those of unknown loss last. Not thread-safe. */
final class RiskPareto {

    static final List<OutputColumn> COLUMNS = List.of(
            new OutputColumn("rank", OutputColumn.Kind.NUMBER),
            new OutputColumn("item_id", OutputColumn.Kind.TEXT),
            new OutputColumn("location_id", OutputColumn.Kind.TEXT),
            new OutputColumn("expected_annual_loss", OutputColumn.Kind.NUMBER),
            new OutputColumn("cumulative_share", OutputColumn.Kind.NUMBER));

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

    /** Writes all rows. */
    void write(OutputTable table) throws IOException {
        double total = known.stream().mapToDouble(Loss::perYear).sum();
        double sum = 0;
        int rank = 0;
        for (Loss loss : sorted()) {
            sum += loss.perYear;
            rank++;
            OptionalDouble share = total > 0 ? OptionalDouble.of(Math.min(1, sum / total)) : OptionalDouble.empty();
            table.row(List.of(
                    Integer.toString(rank),
                    loss.item.sku(),
                    loss.item.site(),
                    NumberText.of(OptionalDouble.of(loss.perYear)),
                    NumberText.of(share)));
        }
        for (ItemId item : unknown) {
            table.row(List.of("", item.sku(), item.site(), "", ""));
        }
    }

    private List<Loss> sorted() {
        return known.stream()
                .sorted(Comparator.comparingDouble(Loss::perYear).reversed().thenComparing(Loss::item))
                .toList();
    }
}
