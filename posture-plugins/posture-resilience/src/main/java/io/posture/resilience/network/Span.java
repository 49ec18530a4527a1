package io.posture.resilience.network;

/**
 * How long demand can be met.
 *
 * @param days for so long there is a plan
 * @param atMostDays for no longer than this is there any
 */
record Span(double days, double atMostDays) {}
