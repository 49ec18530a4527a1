package io.posture.resilience.network;

/**
 * What an event costs.
 *
 * @param lost least margin lost while it lasts, money; where it is a bound, no more than this is lost
 * @param atLeast no less than this is lost, money
 * @param exactness whether lost is the optimum
 */
public record Impact(double lost, double atLeast, Exactness exactness) {}
