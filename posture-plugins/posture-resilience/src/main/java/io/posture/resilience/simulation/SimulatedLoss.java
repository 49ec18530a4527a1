package io.posture.resilience.simulation;

/**
 * The loss of a year, from simulated years; each figure with its standard error.
 *
 * @param years simulated
 * @param mean money a year
 * @param meanError of the mean
 * @param standardDeviation of a year's loss, money
 * @param var value at risk, money
 * @param varError of it
 * @param cvar mean loss of the years beyond, money
 * @param cvarError of it
 */
public record SimulatedLoss(
        long years,
        double mean,
        double meanError,
        double standardDeviation,
        double var,
        double varError,
        double cvar,
        double cvarError) {}
