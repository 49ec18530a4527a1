package io.posture.io.run;

import java.util.Locale;
import java.util.Map;

/** Strategic stock in the summary: what it is worth, what has no size and why, and what would run out first. */
final class StrategicText {

    private static final Map<String, String> OPEN = Map.of(
            "UNSIZED",
            "what a piece short or a piece held costs, or the days to recover that are to be covered, are not known; strategic_reason and"
                    + " break_even_shortage_cost of register.csv are the question",
            "REFUSED",
            "its plan is not whole, or over; the policy needs stockpile: {scenario, release, rotation, owner, expires}",
            "PROJECT_DEMAND",
            "demand is too irregular to stock by statistics, plan it by order",
            "NO_DEMAND",
            "there is no demand to cover");

    private StrategicText() {}

    static void write(Summary.Strategic strategic, Page page) {
        boolean nothing = strategic.held() == 0
                && strategic.open().isEmpty()
                && strategic.exposed() == 0
                && strategic.overInsured() == 0;
        if (nothing) {
            return;
        }
        page.heading("STRATEGIC STOCK, apart from safety stock");
        if (strategic.held() > 0) {
            line(
                    page,
                    Page.counted(strategic.held(), "item") + (strategic.held() == 1 ? " holds" : " hold")
                            + " it: worth " + Page.money(strategic.value()) + ", "
                            + Page.money(strategic.carryingPerYear()) + " a year to carry, avoids a loss of "
                            + Page.money(strategic.avoidedPerYear()) + " a year");
        }
        strategic
                .open()
                .forEach((state, items) -> line(
                        page,
                        Page.counted(items, "item") + " should hold it and " + (items == 1 ? "has" : "have")
                                + " no size: " + OPEN.getOrDefault(state, state.toLowerCase(Locale.ROOT))));
        if (strategic.exposed() > 0) {
            line(
                    page,
                    Page.counted(strategic.exposed(), "item") + (strategic.exposed() == 1 ? " survives" : " survive")
                            + " fewer days than the source needs to recover");
        }
        strategic
                .worst()
                .ifPresent(worst -> line(
                        page,
                        String.format(
                                Locale.ROOT,
                                "Worst: %s survives %.0f days, its source needs %.0f",
                                worst.item(),
                                worst.surviveDays(),
                                worst.recoverDays())));
        if (strategic.survivalUnknown() > 0) {
            line(
                    page,
                    Page.counted(strategic.survivalUnknown(), "item")
                            + " of which nobody knows whether they survive: stock or ttr_days of the supplier missing");
        }
        if (strategic.overInsured() > 0) {
            line(
                    page,
                    Page.counted(strategic.overInsured(), "item") + (strategic.overInsured() == 1 ? " holds" : " hold")
                            + " more today than pays, worth " + Page.money(strategic.surplus())
                            + ": insurance_verdict of register.csv");
        }
        if (strategic.frequent() > 0) {
            line(
                    page,
                    Page.counted(strategic.frequent(), "item")
                            + " of which frequency times length of disruptions is 120 days a year or more: no rare"
                            + " event, sized as base stock with disruptions");
        }
    }

    private static void line(Page page, String text) {
        page.paragraph("  ", "  ", text);
    }
}
