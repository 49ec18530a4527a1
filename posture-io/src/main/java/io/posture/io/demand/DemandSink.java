package io.posture.io.demand;

import io.posture.api.Bucket;
import io.posture.io.table.TableSink;

/** Takes lines of demand of which nothing but item, day and quantity is known as numbers, and all others as rows. */
public interface DemandSink extends TableSink {

    /** Number of an item that takes demand; negative for one whose rows have to come as rows. */
    int item(String id);

    /** Whether an item counts its demand in a unit, so that nothing has to be converted. */
    boolean counts(int item, String unit);

    /**
     * Takes a line.
     *
     * @param item number of the item
     * @param epochDay its day, or any day of its week or month
     * @param grain period that it speaks of
     * @param pieces at least 0, finite
     * @param file name of the file
     * @param line its physical line there
     */
    void demand(int item, int epochDay, Bucket grain, double pieces, String file, int line);
}
