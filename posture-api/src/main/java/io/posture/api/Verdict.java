package io.posture.api;

/** What a strategy says of an item. */
public sealed interface Verdict permits PostureDecision, NoDecision {}
