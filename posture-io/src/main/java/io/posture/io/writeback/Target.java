package io.posture.io.writeback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A system that write-back files are made for, as data: its columns, how its files are packed, and what it does with blanks. */
@SuppressWarnings("ImmutableEnumChecker") // the lists cannot be changed
public enum Target {
    /** Canonical names, for programs and people. */
    GENERIC(
            Status.VERIFIED,
            Blank.LEAVES,
            Packing.CSV,
            "an empty cell means: leave it as it is",
            column("item_id", Cell.Key.ITEM),
            column("location_id", Cell.Key.LOCATION_OR_DEFAULT),
            column("safety_stock", Field.SAFETY_STOCK),
            column("reorder_point", Field.REORDER_POINT),
            column("max", Field.MAX)),
    /** SAP ECC and S/4: material master by plant. */
    SAP_MM17(
            Status.FROM_DOCS,
            Blank.CLEARS,
            Packing.CSV,
            "for MM17 or an LSMW of the material master's MRP views; material numbers are as the source wrote them,"
                    + " leading zeros included: keep the column a text if a spreadsheet opens it",
            column("MATNR", Cell.Key.SOURCE_KEY_OR_ITEM),
            column("WERKS", Cell.Key.LOCATION),
            column("EISBE", Field.SAFETY_STOCK),
            column("MINBE", Field.REORDER_POINT),
            column("MABST", Field.MAX)),
    /** Dynamics 365 Supply Chain Management: entity Item coverage V2. */
    D365_ITEM_COVERAGE(
            Status.FROM_DOCS,
            Blank.CLEARS,
            Packing.CSV,
            "data management, entity Item coverage V2; the minimum is a floor of the plan under the coverage code Period,"
                    + " but the reorder point under Min/Max: export Period items only, and map CoverageSiteId and further"
                    + " dimensions in the project",
            column("ItemNumber", Cell.Key.SOURCE_KEY_OR_ITEM),
            column("CoverageWarehouseId", Cell.Key.LOCATION),
            column("MinimumOnHandInventoryQuantity", Field.SAFETY_STOCK),
            column("MaximumOnHandInventoryQuantity", Field.MAX)),
    /** Oracle Fusion Supply Chain Planning: file-based data import of safety stock levels. */
    ORACLE_SCP(
            Status.FROM_MEMORY,
            Blank.CLEARS,
            Packing.zipped("SafetyStockLevel.csv"),
            "safety stock in units for item and organization; compare the columns with the template"
                    + " ScpSafetyStockLevelImportTemplate.xlsm of your release",
            column("ITEM_NAME", Cell.Key.SOURCE_KEY_OR_ITEM),
            column("ORGANIZATION_CODE", Cell.Key.LOCATION),
            column("PERIOD_START_DATE", new Cell.AsOf()),
            column("SAFETY_STOCK_QUANTITY", Field.SAFETY_STOCK)),
    /** NetSuite: CSV import of item locations. */
    NETSUITE(
            Status.FROM_DOCS,
            Blank.LEAVES,
            Packing.parts(25_000),
            "import with UPDATE and without Overwrite Missing Fields, which would clear what an empty cell leaves as it is",
            column("itemId", Cell.Key.SOURCE_KEY_OR_ITEM),
            column("locationId", Cell.Key.LOCATION),
            column("safetyStockLevel", Field.SAFETY_STOCK),
            column("reorderPoint", Field.REORDER_POINT),
            column("preferredStockLevel", Field.MAX)),
    /** Odoo: reordering rules. */
    ODOO(
            Status.FROM_DOCS,
            Blank.CLEARS,
            Packing.CSV,
            "model stock.warehouse.orderpoint; source_key must be the External ID of the reordering rule, from an"
                    + " import-compatible export",
            column("id", Cell.Key.SOURCE_KEY),
            column("product_min_qty", Field.REORDER_POINT),
            column("product_max_qty", Field.MAX)),
    /** ERPNext: rows of Item Reorder. */
    ERPNEXT(
            Status.FROM_DOCS,
            Blank.CLEARS,
            Packing.CSV,
            "child table reorder_levels of Item; the quantity is current_max less current_reorder_point, so state current_max"
                    + " as the level plus the quantity",
            column("item_code", Cell.Key.SOURCE_KEY_OR_ITEM),
            column("warehouse", Cell.Key.LOCATION),
            column("warehouse_reorder_level", Field.REORDER_POINT),
            column("warehouse_reorder_qty", Field.ORDER_QUANTITY)),
    /** AWS Supply Chain: data entity inv_policy. */
    AWS_SC(
            Status.FROM_DOCS,
            Blank.CLEARS,
            Packing.CSV,
            "data entity inv_policy; source_key must be the id of the policy; eff_start_date and eff_end_date, which are"
                    + " part of its key, are added where it is ingested",
            column("id", Cell.Key.SOURCE_KEY),
            column("site_id", Cell.Key.LOCATION),
            column("product_id", Cell.Key.ITEM),
            column("product_group_id", new Cell.Constant("SCN_RESERVED_NO_VALUE_PROVIDED")),
            column("dest_geo_id", new Cell.Constant("SCN_RESERVED_NO_VALUE_PROVIDED")),
            column("vendor_tpartner_id", new Cell.Constant("SCN_RESERVED_NO_VALUE_PROVIDED")),
            column("ss_policy", new Cell.Constant("abs_level")),
            column("min_safety_stock", Field.SAFETY_STOCK));

    private final Status status;
    private final Blank blank;
    private final Packing packing;
    private final String hint;
    private final List<Column> columns;

    /** What a system does with an empty cell. */
    enum Blank {
        /** It leaves the field as it is, so only changed fields are written. */
        LEAVES,
        /** It clears the field, or nobody is sure: unchanged fields repeat what they hold, others have no column. */
        CLEARS
    }

    /**
     * A column.
     *
     * @param name its header
     * @param cell what it holds
     */
    record Column(String name, Cell cell) {

        /** The quantity it holds, if it holds one. */
        Optional<Field> field() {
            return cell instanceof Cell.Quantity quantity ? Optional.of(quantity.field()) : Optional.empty();
        }
    }

    /**
     * How rows become files.
     *
     * @param mostRows rows that one file may have
     * @param zipEntry name of the file within a zip; empty if it is not zipped
     */
    record Packing(int mostRows, String zipEntry) {

        private static final Packing CSV = new Packing(Integer.MAX_VALUE, "");

        private static Packing zipped(String entry) {
            return new Packing(Integer.MAX_VALUE, entry);
        }

        private static Packing parts(int mostRows) {
            return new Packing(mostRows, "");
        }
    }

    Target(Status status, Blank blank, Packing packing, String hint, Column... columns) {
        this.status = status;
        this.blank = blank;
        this.packing = packing;
        this.hint = hint;
        this.columns = List.of(columns);
    }

    /** Name as commands and files write it: {@code sap-mm17}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How sure it is that the system takes the file. */
    public Status status() {
        return status;
    }

    /** What to know before importing. */
    public String hint() {
        return hint;
    }

    /** Names of all columns. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** Quantities that it takes. */
    public List<Field> fields() {
        return columns.stream().flatMap(column -> column.field().stream()).toList();
    }

    /** The target of a name. */
    public static Optional<Target> find(String id) {
        return Arrays.stream(values()).filter(target -> target.id().equals(id)).findFirst();
    }

    /** Names of all targets. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Target::id).toList();
    }

    /** Whether fields that do not change have to be repeated. */
    boolean repeatsUnchanged() {
        return blank == Blank.CLEARS;
    }

    Packing packing() {
        return packing;
    }

    /** The columns of a file that writes some of the fields. */
    List<Column> columns(List<Field> written) {
        return columns.stream()
                .filter(column -> !repeatsUnchanged()
                        || column.field().map(written::contains).orElse(true))
                .toList();
    }

    /** Whether a row needs a part of the key. */
    boolean needs(Cell.Key key) {
        return columns.stream().anyMatch(column -> column.cell() == key);
    }

    private static Column column(String name, Cell cell) {
        return new Column(name, cell);
    }

    private static Column column(String name, Field field) {
        return new Column(name, new Cell.Quantity(field));
    }
}
