package io.posture.api;

import java.time.LocalDate;

/**
 * The plan by which the last run of an earlier day asked for a stockpile of an item: a plan that holds for a time holds from the first
 * run on that had it.
 *
 * @param plan the plan, as the text of {@link StockpileNames#PLAN} says it
 * @param since day of the first run that had it
 */
public record EarlierPlan(String plan, LocalDate since) {}
