package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import java.util.OptionalDouble;

/**
 * An item's demand in full buckets, without a look for stretches, seasons and outliers.
 *
 * @param bucket length of the buckets
 * @param buckets how many, from the item's first line on
 * @param withDemand how many of them have demand
 * @param pieces demand in all of them
 * @param mean mean per bucket, pieces; empty without buckets
 * @param sd standard deviation per bucket (n - 1), pieces; empty for fewer than two buckets
 * @param adi average interval between buckets with demand, buckets; empty without demand
 * @param squaredCv squared coefficient of variation of the sizes above 0; empty for fewer than two
 * @param demandClass the pattern of Syntetos, Boylan and Croston
 * @param returnedPieces pieces that came back, at any time
 */
public record DemandSummary(
        Bucket bucket,
        int buckets,
        int withDemand,
        double pieces,
        OptionalDouble mean,
        OptionalDouble sd,
        OptionalDouble adi,
        OptionalDouble squaredCv,
        DemandClass demandClass,
        double returnedPieces) {}
