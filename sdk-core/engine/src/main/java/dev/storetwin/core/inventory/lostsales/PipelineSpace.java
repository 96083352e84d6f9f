package dev.storetwin.core.inventory.lostsales;

import java.util.Optional;

/**
 * All pipelines whose sums from each place to the end stay within bounds, numbered without gaps: those that differ only in the stock on the
 * shelf are neighbours.
 *
 * <p>The number of a pipeline is the number of those before it when the last place counts most. As only sums matter for what may
 * stand before a place, these numbers are sums over a small table.
 */
final class PipelineSpace {

    private final int[] most;
    private final long[][] before;

    private PipelineSpace(int[] most, long[][] before) {
        this.most = most;
        this.before = before;
    }

    /**
     * The pipelines within bounds, or nothing if there are too many.
     *
     * @param most          the largest sum from each place to the end; never rising
     * @param mostPipelines how many there may be
     */
    static Optional<PipelineSpace> of(int[] most, int mostPipelines) {
        long[][] before = new long[most.length][];
        for (int l = 0; l < most.length; l++) {
            before[l] = new long[most[l] + 2];
            for (int sum = 0; sum <= most[l]; sum++) {
                long here = l == 0 ? 1 : before[l - 1][most[l - 1] + 1] - before[l - 1][sum];
                before[l][sum + 1] = before[l][sum] + here;
            }
            if (before[l][most[l] + 1] > mostPipelines) {
                return Optional.empty();
            }
        }
        return Optional.of(new PipelineSpace(most.clone(), before));
    }

    int places() {
        return most.length;
    }

    int most(int place) {
        return most[place];
    }

    int size() {
        long[] last = before[most.length - 1];
        return (int) last[last.length - 1];
    }

    /** Number of the pipeline that follows one period later, with an empty shelf, when this is ordered now. */
    int firstOfNext(int[] pipeline, int order) {
        int last = most.length - 1;
        if (last == 0) {
            return 0;
        }
        int sum = order;
        long number = before[last][sum];
        for (int place = last - 1; place >= 1; place--) {
            int units = pipeline[place + 1];
            number += before[place][sum + units] - before[place][sum];
            sum += units;
        }
        return (int) number;
    }

    /**
     * Goes to the next pipeline, the shelf left aside.
     *
     * @return whether there was one
     */
    boolean advance(int[] pipeline) {
        for (int place = 1; place < most.length; place++) {
            pipeline[place]++;
            if (sumFrom(pipeline, place) <= most[place]) {
                return true;
            }
            pipeline[place] = 0;
        }
        return false;
    }

    static int sumFrom(int[] pipeline, int place) {
        int sum = 0;
        for (int l = place; l < pipeline.length; l++) {
            sum += pipeline[l];
        }
        return sum;
    }
}
