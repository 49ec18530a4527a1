package io.posture.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A folder of canonical tables with a few items. */
final class SmallData {

    private SmallData() {}

    /** Items {@code bolt}, {@code nut} and {@code washer} with 40 weeks of demand; receipts of one supplier for each. */
    static Path in(Path folder) {
        StringBuilder items = new StringBuilder("item_id,base_uom,unit_cost,description\n");
        StringBuilder demand = new StringBuilder("item_id,date,quantity\n");
        StringBuilder receipts = new StringBuilder(
                "po,line,item_id,supplier_id,order_date,promised_date,receipt_date,ordered_qty,received_qty\n");
        LocalDate monday = LocalDate.of(2026, 1, 5);
        int line = 0;
        for (String item : new String[] {"bolt", "nut", "washer"}) {
            items.append(item)
                    .append(",C62,")
                    .append(item.length())
                    .append(",A ")
                    .append(item)
                    .append('\n');
            for (int week = 0; week < 40; week++) {
                demand.append(item)
                        .append(',')
                        .append(monday.plusWeeks(week))
                        .append(',')
                        .append(10 + week % 3)
                        .append('\n');
            }
            for (int order = 0; order < 6; order++) {
                LocalDate ordered = monday.plusWeeks(4 + 5L * order);
                receipts.append("P")
                        .append(++line)
                        .append(",1,")
                        .append(item)
                        .append(",V1,")
                        .append(ordered)
                        .append(',')
                        .append(ordered.plusDays(10))
                        .append(',')
                        .append(ordered.plusDays(9 + order % 2))
                        .append(",50,50\n");
            }
        }
        write(folder.resolve("items.csv"), items.toString());
        write(folder.resolve("demand.csv"), demand.toString());
        write(folder.resolve("receipts.csv"), receipts.toString());
        write(folder.resolve("suppliers.csv"), "supplier_id,name,country\nV1,Acme,DE\n");
        return folder;
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
