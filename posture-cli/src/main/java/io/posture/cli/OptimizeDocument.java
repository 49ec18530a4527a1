package io.posture.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.analysis.budget.BudgetPlan;
import io.posture.analysis.budget.ExchangeCurve;
import io.posture.analysis.budget.Portfolio;
import io.posture.analysis.budget.PortfolioRisk;
import io.posture.io.run.RunManifest;
import io.posture.resilience.simulation.SimulatedLoss;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A shared-out budget as a document for programs; money to the cent, unknown is null. */
final class OptimizeDocument {

    private static final int CENTS = 2;

    private OptimizeDocument() {}

    static String of(
            RunManifest manifest,
            Portfolio portfolio,
            Optional<BudgetPlan> plan,
            Optional<ExchangeCurve> curve,
            Optional<PortfolioRisk> risk) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", "posture/optimize/v1");
        document.put("run_id", manifest.runId());
        document.put("as_of", manifest.asOf().toString());
        manifest.currency().ifPresentOrElse(code -> document.put("currency", code), () -> document.putNull("currency"));
        document.put("basis", portfolio.basis().name());
        document.put("items_competing", portfolio.weighedItems());
        ObjectNode fixed = document.putObject("items_fixed");
        portfolio.fixedItems().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> fixed.put(entry.getKey().name(), entry.getValue()));
        document.put("items_with_disruptions", portfolio.disruptionsKnown());
        ObjectNode open = document.putObject("stockpiles_open");
        portfolio.openStockpiles().forEach(open::put);
        plan.ifPresent(shared -> plan(document.putObject("budget"), shared));
        curve.ifPresent(points -> curve(document.putArray("exchange"), points));
        risk.ifPresent(years -> risk(document.putObject("risk"), years));
        return document.toPrettyString();
    }

    private static void plan(ObjectNode node, BudgetPlan plan) {
        node.put("state", plan.state().name());
        money(node, "budget", plan.budget());
        money(node, "committed", plan.committed());
        money(node, "spent", plan.spent());
        money(node, "unspent", plan.unspent());
        number(node, "marginal", plan.marginal());
        number(node, "above_bound", plan.aboveBound());
        effect(node.putObject("without"), plan.none());
        effect(node.putObject("plan"), plan.plan());
        effect(node.putObject("proposed"), plan.proposed());
        ArrayNode items = node.putArray("items");
        for (BudgetPlan.Line line : plan.lines()) {
            ObjectNode item = items.addObject();
            item.put("item_id", line.item().sku());
            item.put("location_id", line.item().site());
            number(item, "unit_cost", line.unitCost());
            number(item, "safety_stock", line.safetyStock());
            number(item, "strategic_stock", line.strategicStock());
            number(item, "proposed_safety_stock", line.proposedSafety());
            number(item, "proposed_strategic_stock", line.proposedStrategic());
            money(item, "capital", line.capital());
            money(item, "avoided_yr", line.avoided());
            money(item, "given_up_yr", line.givenUp());
            number(item, "marginal", line.next());
            item.put("by_person", line.vital());
        }
    }

    private static void curve(ArrayNode array, ExchangeCurve curve) {
        for (ExchangeCurve.Point point : curve.points()) {
            ObjectNode node = array.addObject();
            node.put("point", "CURVE");
            effect(node, point.effect());
            number(node, "marginal", point.marginal());
        }
        for (ExchangeCurve.Place place : curve.places()) {
            ObjectNode node = array.addObject();
            node.put("point", place.mark().name());
            node.put("known_items", place.items());
            place.effect().forEach(effect -> effect(node, effect));
            money(node, "gap_yr", place.gap());
        }
    }

    private static void effect(ObjectNode node, Portfolio.Effect effect) {
        money(node, "capital", effect.capital());
        money(node, "expected_loss_yr", effect.loss());
        money(node, "routine_loss_yr", effect.routineLoss());
        money(node, "disruption_loss_yr", effect.disruptionLoss());
        money(node, "value_short_yr", effect.valueShort());
        number(node, "service", effect.service());
    }

    private static void risk(ObjectNode node, PortfolioRisk risk) {
        node.put("basis", risk.basis().name());
        node.put("shared_by", risk.shared().name().toLowerCase(Locale.ROOT));
        number(node, "level", risk.level());
        node.put("seed", risk.seed());
        node.put("events", risk.events());
        node.put("items", risk.items());
        node.put("items_left_out", risk.unknown());
        node.put("items_without_source", risk.withoutSource());
        ArrayNode outcomes = node.putArray("outcomes");
        for (PortfolioRisk.Outcome outcome : risk.outcomes()) {
            ObjectNode held = outcomes.addObject();
            SimulatedLoss loss = outcome.loss();
            held.put("held", outcome.held().name());
            held.put("years", loss.years());
            money(held, "mean", loss.mean());
            money(held, "mean_error", loss.meanError());
            money(held, "sd", loss.standardDeviation());
            money(held, "var", loss.var());
            money(held, "var_error", loss.varError());
            money(held, "cvar", loss.cvar());
            money(held, "cvar_error", loss.cvarError());
            money(held, "routine_loss_yr", outcome.routine());
            money(held, "carrying_yr", outcome.carrying());
            number(held, "roi", outcome.roi().roi());
            number(held, "tail_roi", outcome.roi().tailRoi());
        }
        ArrayNode sources = node.putArray("sources");
        for (PortfolioRisk.Source source : risk.sources()) {
            ObjectNode place = sources.addObject();
            place.put("source", source.name());
            place.put("items", source.items());
            number(place, "events_per_year", source.eventsPerYear());
            money(place, "expected_loss_yr", source.expectedLoss());
            money(place, "bought_yr", source.bought());
            number(place, "break_even_premium", source.premium());
        }
    }

    private static void money(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            money(node, name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    private static void money(ObjectNode node, String name, double value) {
        node.put(name, BigDecimal.valueOf(value).setScale(CENTS, RoundingMode.HALF_EVEN));
    }

    private static void number(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            number(node, name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    private static void number(ObjectNode node, String name, double value) {
        node.put(name, BigDecimal.valueOf(value));
    }
}
