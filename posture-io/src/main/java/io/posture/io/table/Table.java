package io.posture.io.table;

import static io.posture.io.table.Column.choice;
import static io.posture.io.table.Column.date;
import static io.posture.io.table.Column.flag;
import static io.posture.io.table.Column.number;
import static io.posture.io.table.Column.text;
import static io.posture.io.table.Column.verbatim;
import static io.posture.io.table.Range.NOT_NEGATIVE;
import static io.posture.io.table.Range.POSITIVE;
import static io.posture.io.table.Range.SHARE;

import io.posture.api.ItemId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The canonical tables, in the order in which they are read: a table comes after those that it refers to. */
@SuppressWarnings("ImmutableEnumChecker") // the lists cannot be changed, the map is not after construction
public enum Table {
    /** Factors between units. */
    UOM_CONVERSIONS(
            List.of("item_id", "from", "to"),
            text("item_id"),
            text("from").inEveryRow(),
            text("to").inEveryRow(),
            number("num", POSITIVE).inEveryRow(),
            number("den", POSITIVE).or("1")),
    /** Exchange rates by date. */
    FX(
            List.of("base", "quote", "as_of"),
            text("base").inEveryRow(),
            text("quote").inEveryRow(),
            date("as_of").inEveryRow(),
            number("rate", POSITIVE).inEveryRow()),
    /** Places with their countries. */
    LOCATIONS(List.of("id"), text("id").inEveryRow(), text("country")),
    /** Ways that goods take. */
    LANES(
            List.of("lane_id"),
            text("lane_id").inEveryRow(),
            text("mode").notUsed(),
            text("origin").notUsed(),
            text("dest").notUsed(),
            text("chokepoint")),
    /** Companies that deliver. */
    SUPPLIERS(
            List.of("supplier_id"),
            text("supplier_id").inEveryRow(),
            text("name"),
            text("country"),
            text("region"),
            text("parent_id"),
            choice("status", "approved", "qualified", "candidate", "blocked").or("approved"),
            number("ttr_days", NOT_NEGATIVE),
            number("alternate_bringup_days", NOT_NEGATIVE),
            number("alternate_ramp_days", NOT_NEGATIVE),
            number("financial_score", Range.of(0, 100)),
            number("political_score", SHARE),
            number("tier", POSITIVE).notUsed(),
            text("lei").notUsed(),
            text("gln").notUsed()),
    /** Items to decide on. */
    ITEMS(
            List.of("item_id"),
            text("item_id").inEveryRow(),
            text("description"),
            text("base_uom").or("C62"),
            number("unit_cost", POSITIVE).mustExist(),
            text("currency"),
            number("price_unit", POSITIVE).or("1"),
            choice("item_type", "raw", "component", "finished", "mro", "packaging")
                    .or("component"),
            text("category"),
            choice("lifecycle", "new", "active", "phase_out", "obsolete").or("active"),
            date("introduced_on"),
            date("end_of_life_on"),
            number("shelf_life_days", POSITIVE),
            choice("criticality_class", "halt", "contract", "degrade", "minor"),
            number("crit_production", SHARE),
            number("crit_safety", SHARE),
            number("crit_contract", SHARE),
            number("crit_revenue", SHARE),
            number("crit_substitution", SHARE),
            flag("critical_spare"),
            number("failures_per_year", NOT_NEGATIVE),
            number("severity", Range.of(1, 10)),
            number("occurrence", Range.of(1, 10)),
            number("detection", Range.of(1, 10)),
            number("order_cost", NOT_NEGATIVE),
            number("stockout_cost_per_day", NOT_NEGATIVE),
            number("stockout_cost_per_unit", POSITIVE),
            number("unit_margin", Range.ANY),
            text("analogue_item"),
            number("demand_per_month", NOT_NEGATIVE),
            number("demand_sd_per_month", NOT_NEGATIVE),
            text("substitutes").notUsed(),
            number("carrying_rate", SHARE),
            text("gtin").notUsed(),
            text("single_source_reason").notUsed(),
            text("made_at"),
            number("contract_per_day", NOT_NEGATIVE)),
    /** What is made of what. */
    BOM(
            List.of("parent", "component"),
            text("parent").inEveryRow(),
            text("component").inEveryRow(),
            number("qty_per", POSITIVE).inEveryRow(),
            text("uom")),
    /** Risk of countries. */
    COUNTRY_RISK(
            List.of("country"),
            text("country").inEveryRow(),
            number("score", SHARE).inEveryRow(),
            text("source").notUsed(),
            date("as_of").notUsed()),
    /** Which supplier delivers which item, on which terms. */
    SOURCING(
            List.of("item_id", "supplier_id"),
            text("item_id").inEveryRow(),
            text("supplier_id").inEveryRow(),
            text("location_id").notUsed(),
            number("share", NOT_NEGATIVE),
            number("rank", POSITIVE).notUsed(),
            flag("qualified").or("true"),
            number("lead_time_days", NOT_NEGATIVE),
            number("lead_time_sd", NOT_NEGATIVE),
            number("moq", POSITIVE),
            number("multiple", POSITIVE),
            number("unit_price", POSITIVE),
            text("currency"),
            number("order_cost", NOT_NEGATIVE).notUsed(),
            number("price_premium", Range.ANY),
            number("fixed_cost_yr", NOT_NEGATIVE),
            number("capacity_per_day", NOT_NEGATIVE),
            number("surge_pct", SHARE),
            date("contract_end").notUsed(),
            text("site_id"),
            text("lane_id")),
    /** Prices by quantity. */
    PRICE_BREAKS(
            List.of("item_id", "supplier_id", "min_qty"),
            text("item_id").inEveryRow(),
            text("supplier_id"),
            number("min_qty", NOT_NEGATIVE).inEveryRow(),
            number("unit_price", POSITIVE).inEveryRow(),
            choice("kind", "all_units", "incremental").or("all_units")),
    /** What happens and what it costs when an item runs out once. */
    STOCKOUT_COSTS(
            List.of("item_id", "location_id"),
            text("item_id").inEveryRow(),
            text("location_id").or(ItemId.DEFAULT_SITE),
            number("units_short", POSITIVE),
            number("expedite", NOT_NEGATIVE),
            number("downtime_hours", NOT_NEGATIVE),
            number("downtime_cost_per_hour", NOT_NEGATIVE),
            flag("downtime_includes_margin").or("true"),
            number("penalty", NOT_NEGATIVE),
            number("churn_probability", SHARE),
            number("customer_value", NOT_NEGATIVE)),
    /** What stands behind a supplier. */
    SUPPLY_LINKS(
            List.of(),
            text("downstream_supplier").inEveryRow(),
            text("upstream_supplier").inEveryRow(),
            text("item_id"),
            text("commodity"),
            number("share", NOT_NEGATIVE),
            text("site_country"),
            number("cover_days", NOT_NEGATIVE),
            number("transit_days", NOT_NEGATIVE),
            text("evidence").notUsed(),
            date("as_of").notUsed()),
    /** Order lines of purchases and what was received. */
    RECEIPTS(
            List.of(),
            text("po"),
            text("line"),
            text("receipt_seq").notUsed(),
            text("item_id").inEveryRow(),
            text("supplier_id"),
            date("order_date"),
            date("promised_date"),
            date("last_promised_date"),
            date("receipt_date"),
            number("received_qty", Range.ANY),
            number("ordered_qty", POSITIVE),
            number("rejected_qty", NOT_NEGATIVE).notUsed(),
            text("event_id"),
            text("uom"),
            text("location_id").notUsed(),
            text("lane_id")),
    /** Demand, a line per issue or period. */
    DEMAND(
            List.of(),
            text("item_id").inEveryRow(),
            date("date").inEveryRow(),
            number("quantity", Range.ANY).inEveryRow(),
            choice("grain", "day", "week", "month").or("day"),
            text("location_id").notUsed(),
            text("destination_country").notUsed(),
            text("uom"),
            choice("kind", "sale", "consumption", "dependent", "transfer", "return"),
            text("document"),
            text("cancels_document"),
            text("partner"),
            number("unit_price", NOT_NEGATIVE),
            flag("exceptional"),
            flag("stockout"),
            number("stockout_days", NOT_NEGATIVE)),
    /** Stock on hand. */
    STOCK(
            List.of("item_id", "location_id", "as_of", "status", "lot"),
            text("item_id").inEveryRow(),
            text("location_id").notUsed(),
            date("as_of").inEveryRow(),
            number("quantity", Range.ANY).inEveryRow(),
            choice("status", "unrestricted", "inspection", "blocked", "in_transit", "reserved", "consignment")
                    .or("unrestricted"),
            text("lot").notUsed(),
            date("expiry_date").notUsed(),
            text("uom")),
    /** Disruptions of supply, and what else happened or was announced. */
    EVENTS(
            List.of("event_id", "scope", "ref"),
            text("event_id").inEveryRow(),
            date("at").inEveryRow(),
            choice("scope", "supplier", "site", "region", "lane", "item", "industry")
                    .inEveryRow(),
            text("ref").inEveryRow(),
            choice("kind", "disruption", "price", "end_of_life", "notice").or("disruption"),
            text("severity").notUsed(),
            number("expected_days", NOT_NEGATIVE).notUsed(),
            date("ended_on"),
            date("as_of"),
            number("price_increase", Range.ANY).notUsed(),
            number("probability", SHARE).notUsed(),
            text("source").notUsed()),
    /** What the user's system holds of an item at a place today, and how its rows are found again. */
    ITEM_LOCATIONS(
            List.of("item_id", "location_id"),
            text("item_id").inEveryRow(),
            text("location_id").or(ItemId.DEFAULT_SITE),
            verbatim("source_key"),
            number("current_safety_stock", NOT_NEGATIVE),
            number("current_reorder_point", NOT_NEGATIVE),
            number("current_max", NOT_NEGATIVE),
            number("planned_lead_time_days", NOT_NEGATIVE).notUsed(),
            number("gr_processing_days", NOT_NEGATIVE).notUsed(),
            number("moq", POSITIVE),
            number("multiple", POSITIVE),
            number("review_period_days", POSITIVE).notUsed(),
            number("container_qty", POSITIVE).notUsed(),
            number("storage_cap_qty", NOT_NEGATIVE).notUsed(),
            number("regulatory_min_qty", NOT_NEGATIVE),
            number("current_strategic_stock", NOT_NEGATIVE),
            text("owner").notUsed(),
            flag("internal_supply").notUsed(),
            number("service_target", SHARE).notUsed(),
            text("erp_abc").notUsed(),
            text("erp_policy").notUsed(),
            number("process_reliability", SHARE).notUsed()),
    /** Lines of customers' orders, a row for each delivery. */
    ORDER_LINES(
            List.of(),
            text("order_id").inEveryRow(),
            text("line"),
            text("item_id").inEveryRow(),
            date("requested_date"),
            date("delivered_date"),
            number("ordered_qty", POSITIVE).inEveryRow(),
            number("delivered_qty", NOT_NEGATIVE),
            flag("damaged"),
            flag("docs_ok"),
            text("uom")),
    /** Values that somebody set by hand, against what was read or computed. */
    OVERRIDES(
            List.of(),
            text("item_id").inEveryRow(),
            text("location_id"),
            text("field").inEveryRow(),
            text("value").inEveryRow(),
            text("reason_code").inEveryRow(),
            text("rationale").inEveryRow(),
            text("approved_by").inEveryRow(),
            date("approved_on").inEveryRow(),
            date("expires_on").inEveryRow()),
    /** Reviews that were done. */
    REVIEWS(
            List.of(),
            choice("kind", "item", "supplier").or("item"),
            text("subject").inEveryRow(),
            date("reviewed_on").inEveryRow(),
            text("reviewed_by").inEveryRow(),
            text("note"));

    /** Column of {@link #ITEMS} with demand that somebody states and no history shows, pieces a month. */
    public static final String STATED_DEMAND = "demand_per_month";

    private final List<String> key;
    private final List<Column> columns;
    private final Map<String, Integer> positions = new HashMap<>();

    Table(List<String> key, Column... columns) {
        this.key = key;
        this.columns = List.of(columns);
        this.columns.forEach(column -> positions.put(column.name(), positions.size()));
    }

    /** Name as files, arguments and mappings write it: {@code supply_links}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Columns that tell rows apart; empty if rows of the same content are different events. */
    public List<String> key() {
        return key;
    }

    /** All columns. */
    public List<Column> columns() {
        return columns;
    }

    /** Names of all columns. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** A column by its exact name. */
    public Optional<Column> column(String name) {
        Integer position = positions.get(name);
        return position == null ? Optional.empty() : Optional.of(columns.get(position));
    }

    /** What stands in for unknown values, by position; null where nothing does. */
    @Nullable
    Object[] standIns() {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).standInCell() instanceof Cell.Known known ? known.value() : null;
        }
        return values;
    }

    /** Position of a column that this table is known to have. */
    int indexOf(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException(
                    "table " + id() + " has no column '" + column + "'. Columns: " + columnNames());
        }
        return position;
    }

    /** The table of a name, whatever its case. */
    public static Optional<Table> find(String id) {
        return Arrays.stream(values())
                .filter(table -> table.id().equals(id.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Names of all tables. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Table::id).toList();
    }
}
