package io.posture.stress;

import java.util.Arrays;

/**
 * The share of supply that is lost, by day: stretches of days in order that do not overlap, nothing lost between them. Day
 * t belongs to a stretch if it is after its beginning and not after its end.
 */
final class LossCurve {

    static final LossCurve NONE = new LossCurve(new double[0], new double[0], new double[0]);

    private final double[] from;
    private final double[] to;
    private final double[] loss;

    private LossCurve(double[] from, double[] to, double[] loss) {
        this.from = from;
        this.to = to;
        this.loss = loss;
    }

    /** Everything is lost in a stretch; nothing at all if it has no length. */
    static LossCurve full(double from, double to) {
        return to > from ? new LossCurve(new double[] {from}, new double[] {to}, new double[] {1}) : NONE;
    }

    boolean isNone() {
        return from.length == 0;
    }

    /** Beginning of the first stretch; infinite if there is none. */
    double begin() {
        return from.length == 0 ? Double.POSITIVE_INFINITY : from[0];
    }

    /** End of the last stretch; 0 if there is none. */
    double end() {
        return to.length == 0 ? 0 : to[to.length - 1];
    }

    /** Share lost on a day, [0, 1]. */
    double on(int day) {
        for (int i = 0; i < from.length && from[i] < day; i++) {
            if (day <= to[i]) {
                return loss[i];
            }
        }
        return 0;
    }

    /** The last day of those after a day on which the share lost does not change; far off if it never does. */
    int steadyUntil(int day) {
        for (int i = 0; i < from.length; i++) {
            if (day <= from[i]) {
                return (int) Math.min(Integer.MAX_VALUE, Math.floor(from[i]));
            }
            if (day <= to[i]) {
                return (int) Math.min(Integer.MAX_VALUE, Math.floor(to[i]));
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The day on which something arrives that would arrive on a day: later by what is lost before. */
    double delayed(double day) {
        double late = day;
        for (int i = 0; i < from.length && from[i] < late; i++) {
            late += loss[i] * (to[i] - from[i]);
        }
        return late;
    }

    /** Later by some days. */
    LossCurve later(double days) {
        return days == 0 || isNone() ? this : new LossCurve(plus(from, days), plus(to, days), loss);
    }

    /** A part of it. */
    LossCurve times(double share) {
        if (share == 1 || isNone()) {
            return this;
        }
        return new LossCurve(
                from, to, Arrays.stream(loss).map(part -> part * share).toArray());
    }

    /**
     * What is left at the next place, whose stock fills in until it is used up.
     *
     * @param coverDays stock of the next place, days of its full need
     * @param transitDays days on the way to it
     */
    LossCurve behind(double coverDays, double transitDays) {
        LossCurve left = NONE;
        double cover = coverDays;
        for (int i = 0; i < from.length; i++) {
            // stock lasts the longer, the less is missing
            Outage outage = new Outage(from[i], to[i] - from[i]).behind(cover / loss[i], transitDays);
            cover = Math.max(0, cover - loss[i] * (to[i] - from[i]));
            left = left.append(outage.fromDay(), outage.fromDay() + outage.days(), loss[i]);
        }
        return left;
    }

    /** The greater loss of the two on each day. */
    LossCurve or(LossCurve other) {
        return merge(other, false);
    }

    /** Both losses together on each day, at most everything. */
    LossCurve plus(LossCurve other) {
        return merge(other, true);
    }

    private LossCurve merge(LossCurve other, boolean sum) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        double[] cuts = new double[2 * (from.length + other.from.length)];
        System.arraycopy(from, 0, cuts, 0, from.length);
        System.arraycopy(to, 0, cuts, from.length, to.length);
        System.arraycopy(other.from, 0, cuts, 2 * from.length, other.from.length);
        System.arraycopy(other.to, 0, cuts, 2 * from.length + other.from.length, other.to.length);
        Arrays.sort(cuts);
        LossCurve merged = NONE;
        for (int i = 1; i < cuts.length; i++) {
            double middle = (cuts[i - 1] + cuts[i]) / 2;
            double here = at(middle);
            double there = other.at(middle);
            merged = merged.append(cuts[i - 1], cuts[i], sum ? Math.min(1, here + there) : Math.max(here, there));
        }
        return merged;
    }

    private double at(double time) {
        for (int i = 0; i < from.length; i++) {
            if (from[i] < time && time <= to[i]) {
                return loss[i];
            }
        }
        return 0;
    }

    private LossCurve append(double begin, double end, double share) {
        if (!(end > begin) || share == 0) {
            return this;
        }
        int last = from.length - 1;
        if (last >= 0 && to[last] == begin && loss[last] == share) {
            double[] longer = to.clone();
            longer[last] = end;
            return new LossCurve(from, longer, loss);
        }
        return new LossCurve(with(from, begin), with(to, end), with(loss, share));
    }

    private static double[] with(double[] values, double more) {
        double[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = more;
        return longer;
    }

    private static double[] plus(double[] values, double more) {
        return Arrays.stream(values).map(value -> value + more).toArray();
    }
}
