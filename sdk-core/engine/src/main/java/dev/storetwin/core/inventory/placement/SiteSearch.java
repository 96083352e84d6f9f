package dev.storetwin.core.inventory.placement;

import java.util.Arrays;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the cheapest placement, with a proof as far as the work allows. */
final class SiteSearch {

    /*
     * Branch and bound with Lagrangian bounds (Holmberg, Ronnqvist, Yuan 1999). At a node prices climb from those of its parent; what cannot be part of
     * a better placement at these prices is fixed; then one site is opened or closed, or, when all are decided, one customer given to a site or kept
     * from it. What the sites serve on the way is repaired into placements, which local search improves.
     */

    private static final int ROOT_STEPS = 800;
    private static final int NODE_STEPS = 40;
    private static final int REPAIR_EVERY = 20;
    /** While there are so few nodes the search goes into depth for good placements; then always to the lowest bound, for the proof. */
    private static final int DIVING = 60;

    /** A part of the search that is still open. */
    private record Node(int number, Fixings fixings, double[] price, double bound) implements Comparable<Node> {

        @Override
        public int compareTo(Node other) {
            int byBound = Double.compare(bound, other.bound);
            return byBound != 0 ? byBound : Integer.compare(other.number, number);
        }
    }

    private final Numbers numbers;
    private final WorkWatchdog work;
    private final double gap;
    private final int must;
    private final LagrangianBound lagrangian;
    private final Ascent ascent;
    private final Repair repair;
    private final LocalSearch localSearch;
    private final PriorityQueue<Node> open = new PriorityQueue<>();
    private final Set<Integer> tried = new HashSet<>();

    private @Nullable Assignment best;
    private double cost;
    private double rootBound = Double.NEGATIVE_INFINITY;
    private int made;

    /**
     * @param usable sites that may be opened
     * @param must   a site that is open even when it serves nobody; -1 for none
     */
    SiteSearch(Numbers numbers, WorkWatchdog work, double gap, boolean[] usable, int must) {
        this.must = must;
        this.numbers = numbers;
        this.work = work;
        this.gap = gap;
        lagrangian = new LagrangianBound(numbers, work);
        ascent = new Ascent(numbers, lagrangian, work);
        repair = new Repair(numbers, usable);
        localSearch = new LocalSearch(numbers, work, usable);
        cost = Double.POSITIVE_INFINITY;
    }

    @Nullable
    Assignment best() {
        return best;
    }

    /** What the best costs; infinite while there is none. */
    double cost() {
        return cost;
    }

    /** No placement costs less. Infinite: there is none. */
    double bound() {
        double waiting = open.isEmpty() ? Double.POSITIVE_INFINITY : open.peek().bound();
        double least = best == null ? waiting : Math.min(waiting, cost - gap * Math.abs(cost));
        return Math.min(cost, Math.max(rootBound, numbers.raised(least)));
    }

    /** Runs to the end of the proof or of the work. {@code fixings}: what is decided from the start. */
    void run(Fixings fixings) {
        if (!fixings.isImpossible()) {
            open.add(new Node(made++, fixings, firstPrices(fixings), Double.NEGATIVE_INFINITY));
        }
        while (!open.isEmpty() && !work.isOver()) {
            var node = open.remove();
            while (node != null && !isHopeless(node.bound())) {
                node = split(node);
                if (node != null && (made > DIVING || work.isOver())) {
                    open.add(node);
                    node = null;
                }
            }
        }
    }

    /** What a customer costs at the cheapest, with its share of opening the site. */
    private double[] firstPrices(Fixings fixings) {
        var price = new double[numbers.customers()];
        Arrays.fill(price, Double.POSITIVE_INFINITY);
        for (int j = 0; j < numbers.sites(); j++) {
            for (int i = 0; i < price.length; i++) {
                if (fixings.allows(i, j)) {
                    double share = numbers.opening()[j] * numbers.demand()[i] / Math.max(1e-9, numbers.capacity()[j]);
                    price[i] = Math.min(price[i], numbers.cost()[j][i] + share);
                }
            }
        }
        return price;
    }

    private boolean isHopeless(double bound) {
        return best != null && numbers.raised(bound) >= cost - gap * Math.abs(cost);
    }

    /** Works a node out; answers the half to go on with, if anything is left of it. */
    private @Nullable Node split(Node node) {
        boolean isRoot = node.number() == 0;
        var fixings = node.fixings();
        int[] step = {0};
        double climbed = ascent.climb(
                node.price(), fixings, isRoot ? ROOT_STEPS : NODE_STEPS, isRoot ? 1.5 : 0.5, this::target, () -> {
                    if (step[0]++ % REPAIR_EVERY == (best == null ? 0 : REPAIR_EVERY - 1)) {
                        repair(fixings);
                    }
                });
        double bound = Math.max(node.bound(), climbed);
        if (isRoot) {
            rootBound = Math.min(numbers.raised(bound), Double.MAX_VALUE);
        }
        if (Double.isInfinite(bound) && bound > 0) {
            return null;
        }
        lagrangian.at(ascent.bestPrice(), fixings);
        repair(fixings);
        if (isHopeless(bound)) {
            return null;
        }
        fix(fixings, ascent.bestPrice());
        return fixings.isImpossible() ? null : branch(fixings, ascent.bestPrice(), bound);
    }

    /** A bound that reaches this closes the node. */
    private double target() {
        return best == null ? Double.POSITIVE_INFINITY : cost - gap * Math.abs(cost);
    }

    private void repair(Fixings fixings) {
        var start = repair.of(lagrangian, fixings);
        if (tried.add(Arrays.hashCode(start.site))) {
            offer(localSearch.improved(start));
        }
    }

    private void offer(Assignment found) {
        double idle = must >= 0 && found.count[must] == 0 ? numbers.opening()[must] : 0;
        double costs = found.cost() + idle;
        if (costs < cost - 1e-9 * Math.abs(costs) && found.fits()) {
            cost = costs;
            best = found.copy();
        }
    }

    /** Decides what the prices say that no better placement can do otherwise. */
    private void fix(Fixings fixings, double[] price) {
        if (best == null) {
            return;
        }
        double bound = lagrangian.at(price, fixings);
        for (int j = 0; j < numbers.sites(); j++) {
            if (fixings.site[j] == Fixings.CLOSED) {
                continue;
            }
            double opened = fixings.site[j] == Fixings.OPEN ? bound : lagrangian.with(j, Fixings.OPEN, fixings);
            if (fixings.site[j] == Fixings.FREE && isHopeless(opened)) {
                fixings.close(j);
            } else {
                if (fixings.site[j] == Fixings.FREE && isHopeless(lagrangian.with(j, Fixings.CLOSED, fixings))) {
                    fixings.open(j);
                }
                keepOut(fixings, price, j, opened);
            }
        }
    }

    private void keepOut(Fixings fixings, double[] price, int site, double opened) {
        var hopeless = new boolean[price.length];
        for (int i = 0; i < price.length; i++) {
            hopeless[i] = fixings.only[i] < 0
                    && fixings.allows(i, site)
                    && !lagrangian.served[site][i]
                    && isHopeless(lagrangian.with(i, site, opened, price[i]));
        }
        work.did((long) price.length * 32);
        for (int i = 0; i < price.length; i++) {
            if (hopeless[i]) {
                fixings.forbid(i, site);
            }
        }
    }

    private @Nullable Node branch(Fixings fixings, double[] price, double bound) {
        int site = undecidedSite(fixings);
        if (site >= 0) {
            boolean isOpenFirst = ascent.openShare[site] >= 0.5;
            var opened = fixings.copy();
            opened.open(site);
            var closed = fixings.copy();
            closed.close(site);
            return isOpenFirst ? halves(opened, closed, price, bound) : halves(closed, opened, price, bound);
        }
        int customer = undecidedCustomer(fixings);
        if (customer < 0) {
            complete(fixings);
            return null;
        }
        int at = favourite(customer, fixings);
        var given = fixings.copy();
        given.force(customer, at);
        var kept = fixings.copy();
        kept.forbid(customer, at);
        return halves(given, kept, price, bound);
    }

    private @Nullable Node halves(Fixings first, Fixings second, double[] price, double bound) {
        if (!second.isImpossible()) {
            open.add(new Node(made++, second, price, bound));
        }
        return first.isImpossible() ? null : new Node(made++, first, price, bound);
    }

    /** Everybody is given to a site. */
    private void complete(Fixings fixings) {
        var assignment = Assignment.empty(numbers);
        for (int i = 0; i < numbers.customers(); i++) {
            assignment.move(i, fixings.only[i]);
        }
        offer(assignment);
    }

    /** The free site that is most neither open nor closed; -1 when none is. */
    private int undecidedSite(Fixings fixings) {
        int chosen = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < numbers.sites(); j++) {
            double distance = Math.abs(ascent.openShare[j] - 0.5);
            if (fixings.site[j] == Fixings.FREE && distance < least) {
                least = distance;
                chosen = j;
            }
        }
        return chosen;
    }

    /** The customer whose favourite site serves it least surely, large ones first; -1 when all are given. */
    private int undecidedCustomer(Fixings fixings) {
        int chosen = -1;
        double highest = -1;
        for (int i = 0; i < numbers.customers(); i++) {
            if (fixings.only[i] < 0) {
                double share = ascent.share[favourite(i, fixings)][i];
                double score = (1 - Math.min(1, share) + 1e-3) * (numbers.demand()[i] + 1e-9);
                if (score > highest) {
                    highest = score;
                    chosen = i;
                }
            }
        }
        return chosen;
    }

    private int favourite(int customer, Fixings fixings) {
        int best = -1;
        for (int j = 0; j < numbers.sites(); j++) {
            if (fixings.allows(customer, j) && (best < 0 || ascent.share[j][customer] > ascent.share[best][customer])) {
                best = j;
            }
        }
        return best;
    }
}
