package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up exports of systems through their shipped profiles to a run, back into a copy of the export, and undone: the copy then
 * has the bytes of the export again. The copy is changed by a reader of this test that compares keys to the letter.
 */
class ErpRoundTripTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int WEEKS = 40;

    @TempDir
    private Path work;

    private Path file(String name, String header, String... rows) {
        return SmallData.write(work.resolve("export").resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    }

    /** A row for each of two items and forty weeks. */
    private static String[] weekly(List<String> items, BiFunction<String, LocalDate, String> row) {
        return items.stream()
                .flatMap(item -> Stream.iterate(MONDAY, day -> day.plusWeeks(1))
                        .limit(WEEKS)
                        .map(day -> row.apply(item, day)))
                .toArray(String[]::new);
    }

    private static int pieces(LocalDate day) {
        return 10 + day.getDayOfYear() % 4;
    }

    @Test
    void sap() throws IOException {
        List<String> items = List.of("000000000000004711", "000000000000000815");
        file(
                "MBEW.csv",
                "MATNR,VPRSV,STPRS,VERPR,PEINH",
                items.get(0) + ",S,4.50,0,1",
                items.get(1) + ",V,0,2500,1000");
        file(
                "MSEG.csv",
                "MBLNR,MJAHR,MATNR,BWART,SHKZG,MENGE",
                weekly(items, (item, day) -> day + "," + day.getYear() + "," + item + ",261,H," + pieces(day)));
        file(
                "MKPF.csv",
                "MBLNR,MJAHR,BUDAT",
                weekly(List.of(""), (item, day) -> day + "," + day.getYear() + "," + day));
        file(
                "EKBE.csv",
                "EBELN,EBELP,VGABE,BUDAT,MENGE,SHKZG,MATNR",
                receipts(items, "4500000001,10,1,2026-02-20,50,S,%s"));
        file("EKKO.csv", "EBELN,LIFNR,BEDAT", "4500000001,0000100001,2026-02-01");
        Path marc = file(
                "MARC.csv",
                "MATNR,WERKS,PLIFZ,EISBE,MINBE,MABST,BSTMI,BSTRF,MAABC,LGRAD,DISMM",
                "000000000000004711,1000,14,60,240,500,0,10,A,95.0,VB",
                "\"000000000000000815  \",0001,21,7.5,110,300,0,0,C,0.0,PD");
        roundTrip("sap", "sap-mm17", marc, Map.of("MATNR", "MATNR", "WERKS", "WERKS"), 2);
        assertEquals(
                List.of("000000000000000815  ", "000000000000004711"),
                proposals().stream().map(row -> row.get("source_key").asText()).toList());
    }

    @Test
    void netsuite() throws IOException {
        List<String> items = List.of("0047", "Pump : Seal");
        Path levels = file(
                "item locations.csv",
                "itemId,locationId,averageCostMli,leadTime,safetyStockLevel,reorderPoint,preferredStockLevel,quantityOnHand,fixedLotSize",
                "0047,2,4.50,14,60,240,500,80,",
                " Pump : Seal,12,9,21,7.5,110,300,20,5");
        file(
                "fulfilments.csv",
                "Item,Date,Quantity,Document Number",
                weekly(items, (item, day) -> item + "," + day + "," + pieces(day) + ",IF" + day));
        file(
                "item receipts.csv",
                "Item,Name,Order Date,Expected Receipt Date,Date Received,Quantity",
                receipts(items, "%s,Acme,2026-02-01,2026-02-20,2026-02-22,50"));
        roundTrip("netsuite", "netsuite", levels, Map.of("itemId", "itemId", "locationId", "locationId"), 2);
    }

    @Test
    void odoo() throws IOException {
        List<String> items = List.of("0047", "FURN_0096");
        file(
                "Product Variant (product.product).csv",
                "id,default_code,name,standard_price,categ_id/id",
                "product.product_product_11,0047,Seal,4.5,product.cat_1",
                "__export__.product_product_42_b0fe,FURN_0096,Pump,9.0,product.cat_1");
        file(
                "Product Moves (stock.move.line).csv",
                "Date,Product/Internal Reference,Quantity,Destination Location Type,Status,Reference",
                weekly(
                        items,
                        (item, day) -> day + " 08:30:00," + item + "," + pieces(day)
                                + ".0,Customer Location,Done,WH/OUT/" + day));
        file(
                "Supplier Pricelist (product.supplierinfo).csv",
                "partner_id,product_id/id,delay,min_qty",
                "Azure Interior,product.product_product_11,14,1.0",
                "Azure Interior,__export__.product_product_42_b0fe,21,5.0",
                "Azure Interior,,3,1.0");
        file(
                "Purchase Order Line (purchase.order.line).csv",
                "Order Reference,Product/Internal Reference,Partner,Order Date,Expected Arrival,Order Reference/Arrival,Quantity,Received Qty",
                receipts(
                        items,
                        "P00001,%s,Azure Interior,2026-02-01 09:00:00,2026-02-20 09:00:00,2026-02-22 10:00:00,50.0,50.0"));
        Path rules = file(
                "Minimum Inventory Rule (stock.warehouse.orderpoint).csv",
                "id,product_id/id,warehouse_id/id,product_min_qty,product_max_qty,qty_multiple",
                "stock.orderpoint_1,product.product_product_11,stock.warehouse0,240,500,1.0",
                "__export__.stock_warehouse_orderpoint_7_9d1a,__export__.product_product_42_b0fe,stock.warehouse0,7.5,300,5.0");
        roundTrip("odoo", "odoo", rules, Map.of("id", "id"), 2);
    }

    @Test
    void erpnext() throws IOException {
        List<String> items = List.of("0047", "Pump Seal");
        file(
                "Item.csv",
                "item_code,item_name,item_group,stock_uom,valuation_rate,lead_time_days,safety_stock,min_order_qty",
                "0047,Seal,Parts,Nos,4.5,14,60,0",
                "Pump Seal,Seal,Parts,Nos,9,21,7.5,5");
        file(
                "Stock Ledger Entry.csv",
                "item_code,warehouse,posting_date,actual_qty,voucher_type,voucher_no,is_cancelled",
                weekly(
                        items,
                        (item, day) ->
                                item + ",Stores - A," + day + ",-" + pieces(day) + ",Delivery Note,DN-" + day + ",0"));
        file(
                "Purchase Receipt Item.csv",
                "parent,item_code,stock_qty,schedule_date,purchase_order,purchase_order_item",
                receipts(items, "PR-1,%s,50,2026-02-20,PO-1,a1"));
        file("Purchase Receipt.csv", "name,supplier,posting_date", "PR-1,Acme,2026-02-22");
        Path levels = file(
                "Item Reorder.csv",
                "parent,warehouse,warehouse_reorder_level,warehouse_reorder_qty",
                "0047,Stores - A,240,260",
                "Pump Seal ,Stores - A,7.5,300");
        roundTrip("erpnext", "erpnext", levels, Map.of("item_code", "parent", "warehouse", "warehouse"), 2);
    }

    @Test
    void awsSupplyChain() throws IOException {
        List<String> items = List.of("0047", "PUMP-1");
        file(
                "product.csv",
                "id,description,unit_cost,base_uom,product_group_id",
                "0047,Seal,4.5,EA,G1",
                "PUMP-1,Pump,9,EA,G1");
        file(
                "outbound_order_line.csv",
                "id,cust_order_id,product_id,final_quantity_requested,requested_delivery_date,status",
                weekly(
                        items,
                        (item, day) -> item + day + "," + day + "," + item + "," + pieces(day) + "," + day
                                + " 00:00:00,Closed"));
        file(
                "vendor_lead_time.csv",
                "vendor_tpartner_id,product_id,product_group_id,planned_lead_time,planned_lead_time_dev",
                "V1,0047,SCN_RESERVED_NO_VALUE_PROVIDED,14,3",
                "V1,PUMP-1,SCN_RESERVED_NO_VALUE_PROVIDED,21,4",
                "V1,SCN_RESERVED_NO_VALUE_PROVIDED,G1,30,5");
        Path levels = file(
                "inv_policy.csv",
                "id,site_id,product_id,product_group_id,ss_policy,min_safety_stock",
                "policy-1,S1,0047,SCN_RESERVED_NO_VALUE_PROVIDED,abs_level,60",
                " policy-2,S1,PUMP-1,SCN_RESERVED_NO_VALUE_PROVIDED,abs_level,7.5",
                "policy-3,S1,SCN_RESERVED_NO_VALUE_PROVIDED,G1,doc_dem,");
        roundTrip("aws-sc", "aws-sc", levels, Map.of("id", "id", "site_id", "site_id"), 2);
    }

    @Test
    void dynamicsHoldsItsLevelsByWarehouse() throws IOException {
        List<String> items = List.of("0047");
        file("Released products.csv", "ItemNumber,InventoryUnitSymbol,UnitCost", "0047,ea,4.50");
        file(
                "InventTrans.csv",
                "ItemId,DatePhysical,Qty",
                weekly(items, (item, day) -> item + "," + day + ",-" + pieces(day)));
        file(
                "Item coverage.csv",
                "ItemNumber,CoverageSiteId,CoverageWarehouseId,MinimumOnHandInventoryQuantity,MaximumOnHandInventoryQuantity",
                "0047 ,1,013,60,500");
        assess("d365");
        JsonNode held = proposals().get(0);
        assertEquals("0047 ", held.get("source_key").asText());
        assertEquals("013", held.get("location_id").asText());
        assertEquals(60, held.at("/safety_stock/current").asInt());
        assertEquals(500, held.at("/max/current").asInt());
        assertTrue(held.at("/reorder_point/current").isNull());
    }

    @Test
    void oracleFindsItsItemsBySegment() throws IOException {
        List<String> items = List.of("1001");
        file("MTL_SYSTEM_ITEMS_B.csv", "INVENTORY_ITEM_ID,SEGMENT1,PRIMARY_UOM_CODE", "1001,AS-54888,Ea");
        file(
                "MTL_MATERIAL_TRANSACTIONS.csv",
                "TRANSACTION_ID,INVENTORY_ITEM_ID,TRANSACTION_TYPE_ID,PRIMARY_QUANTITY,TRANSACTION_DATE",
                weekly(items, (item, day) -> day.toEpochDay() + "," + item + ",33,-" + pieces(day) + "," + day));
        file("MTL_SAFETY_STOCKS.csv", "INVENTORY_ITEM_ID,ORGANIZATION_CODE,SAFETY_STOCK_QUANTITY", "1001,M1,60");
        assess("oracle");
        JsonNode held = proposals().get(0);
        assertEquals("AS-54888", held.get("source_key").asText());
        assertEquals("M1", held.get("location_id").asText());
        assertEquals(60, held.at("/safety_stock/current").asInt());
    }

    @Test
    void frepple() throws IOException {
        List<String> items = List.of("0047", "pump");
        file("item.csv", "Name,Description,Cost", "0047,Seal,4.50000000", "pump,Pump,9.00000000");
        file(
                "salesorders.csv",
                "Name,Item,Location,Customer,Status,Quantity,Due",
                weekly(
                        items,
                        (item, day) -> "SO " + item + day + "," + item + ",plant,Acme,closed," + pieces(day)
                                + ".00000000," + day));
        file(
                "itemsuppliers.csv",
                "Item,Location,Supplier,Lead Time,Size Minimum,Size Multiple",
                "0047,plant,V1,14 d,1.0,1.0",
                "pump,plant,V1,7 d 06:00:00,5.0,5.0");
        file(
                "buffers.csv",
                "Identifier,Location,Item,Onhand,Minimum,Maximum",
                "12,plant,0047,80.0,60.0,500.0",
                "13,plant,pump,20.0,7.5,");
        assess("frepple");
        assertEquals(
                List.of("DECIDED", "DECIDED"),
                proposals().stream().map(row -> row.get("status").asText()).toList());
        assertEquals(7.5, proposals().get(1).at("/safety_stock/current").asDouble());
    }

    @Test
    void businessCentral() throws IOException {
        List<String> items = List.of("1896-S");
        file(
                "Item list.csv",
                "No.,Description,Base Unit of Measure,Unit Cost,Vendor No.,Lead Time Calculation,Reorder Point,Safety Stock Quantity,Maximum Inventory",
                "1896-S,Desk,PCS,780.70,10000,14D,40,12,100");
        file(
                "ledger entries.csv",
                "Entry Type,Item No.,Posting Date,Quantity,Document No.",
                weekly(items, (item, day) -> "Sale," + item + "," + day + ",-" + pieces(day) + ",10300" + day));
        assess("d365-bc");
        JsonNode held = proposals().get(0);
        assertEquals("DECIDED", held.get("status").asText());
        assertEquals(12, held.at("/safety_stock/current").asInt());
        assertEquals(40, held.at("/reorder_point/current").asInt());
    }

    private static String[] receipts(List<String> items, String format) {
        return items.stream().map(format::formatted).toArray(String[]::new);
    }

    private void assess(String profile) {
        Terminal assessed = Terminal.run(
                "assess", work.resolve("export"), "--out", work.resolve("out"), "--as-of", "2026-10-26", "--quiet");
        assertEquals(0, assessed.exitCode(), assessed::all);
        assertTrue(assessed.out().contains("read through profile " + profile + " ("), assessed::all);
        assertTrue(assessed.out().contains("REJECTS: 0 rows set aside"), assessed::all);
    }

    private List<JsonNode> proposals() throws IOException {
        List<JsonNode> proposals = new ArrayList<>();
        for (String line : Files.readAllLines(work.resolve("out").resolve("proposals.jsonl"))) {
            proposals.add(new ObjectMapper().readTree(line));
        }
        return proposals;
    }

    private void roundTrip(String profile, String target, Path held, Map<String, String> keys, int rows)
            throws IOException {
        assess(profile);
        Terminal export = Terminal.run(
                "export",
                "--to",
                target,
                "--run",
                work.resolve("out"),
                "--out",
                work.resolve("exports"),
                "--only",
                "all");
        assertEquals(0, export.exitCode(), export::all);
        assertTrue(export.out().contains("Rows        " + rows + " written"), export::all);
        Path folder = only(work.resolve("exports"));
        byte[] before = Files.readAllBytes(held);
        List<List<String>> system = cells(Files.readString(held));
        apply(system, cells(Files.readString(folder.resolve(folder.getFileName() + ".csv"))), keys);
        assertNotEquals(cells(Files.readString(held)), system);
        apply(system, cells(Files.readString(folder.resolve(folder.getFileName() + ".rollback.csv"))), keys);
        assertEquals(cells(Files.readString(held)), system);
        assertArrayEquals(
                before, text(system, new String(before, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the quantities of a file into the rows of the system that have its keys to the letter; an empty cell says nothing. */
    private static void apply(List<List<String>> system, List<List<String>> file, Map<String, String> keys) {
        List<String> held = system.get(0);
        List<String> header = file.get(0);
        for (List<String> row : file.subList(1, file.size())) {
            Map<String, String> wanted = new TreeMap<>();
            keys.forEach((name, there) -> wanted.put(there, row.get(header.indexOf(name))));
            Optional<List<String>> found = system.stream()
                    .skip(1)
                    .filter(record -> wanted.entrySet().stream()
                            .allMatch(key ->
                                    record.get(held.indexOf(key.getKey())).equals(key.getValue())))
                    .findFirst();
            assertTrue(found.isPresent(), () -> "the export has no " + wanted + " in " + system);
            for (String name : header) {
                int column = held.indexOf(name);
                String cell = row.get(header.indexOf(name));
                if (column >= 0 && !wanted.containsKey(name) && !cell.isEmpty()) {
                    found.get().set(column, cell);
                }
            }
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> all = entries.toList();
            assertEquals(1, all.size(), all::toString);
            return all.get(0);
        }
    }

    /** Cells of simple CSV, whose quotes only keep blanks. */
    private static List<List<String>> cells(String text) {
        return text.lines()
                .map(line -> Stream.of(line.split(",", -1))
                        .map(cell -> cell.replace("\"", ""))
                        .collect(Collectors.toCollection(ArrayList::new)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The cells as CSV with the quotes that the original has. */
    private static String text(List<List<String>> rows, String original) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> original.contains("\"" + cell + "\"") ? "\"" + cell + "\"" : cell)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
