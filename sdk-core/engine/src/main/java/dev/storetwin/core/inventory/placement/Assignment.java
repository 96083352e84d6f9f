package dev.storetwin.core.inventory.placement;

import java.util.Arrays;

/** Who is served from where, with all sums up to date. A site that serves somebody is open; one may be overloaded, which weighs heavily. */
final class Assignment {

    private final Numbers numbers;
    private final double weight;
    final int[] site;
    final double[] load;
    final int[] count;

    private Assignment(Numbers numbers, double weight, int[] site, double[] load, int[] count) {
        this.numbers = numbers;
        this.weight = weight;
        this.site = site;
        this.load = load;
        this.count = count;
    }

    static Assignment empty(Numbers numbers) {
        var site = new int[numbers.customers()];
        Arrays.fill(site, -1);
        return new Assignment(numbers, weight(numbers), site, new double[numbers.sites()], new int[numbers.sites()]);
    }

    /** What a unit too many costs: so much that no saving is worth it. */
    private static double weight(Numbers numbers) {
        double most = 1;
        for (int j = 0; j < numbers.sites(); j++) {
            most = Math.max(most, numbers.opening()[j]);
            for (double cost : numbers.cost()[j]) {
                most = Double.isFinite(cost) ? Math.max(most, cost) : most;
            }
        }
        return 4 * most * numbers.customers() / Math.max(1e-9, numbers.totalDemand());
    }

    Assignment copy() {
        return new Assignment(numbers, weight, site.clone(), load.clone(), count.clone());
    }

    void move(int customer, int to) {
        int from = site[customer];
        if (from >= 0) {
            load[from] -= numbers.demand()[customer];
            count[from]--;
        }
        site[customer] = to;
        load[to] += numbers.demand()[customer];
        count[to]++;
    }

    /** What changes when a customer goes elsewhere. */
    double shift(int customer, int to) {
        int from = site[customer];
        double demand = numbers.demand()[customer];
        return numbers.cost()[to][customer]
                - numbers.cost()[from][customer]
                + (count[to] == 0 ? numbers.opening()[to] : 0)
                - (count[from] == 1 ? numbers.opening()[from] : 0)
                + reload(to, demand)
                + reload(from, -demand);
    }

    /** What changes when two customers of different sites change places. */
    double swap(int one, int other) {
        int at = site[one];
        int there = site[other];
        double more = numbers.demand()[other] - numbers.demand()[one];
        return numbers.cost()[there][one]
                + numbers.cost()[at][other]
                - numbers.cost()[at][one]
                - numbers.cost()[there][other]
                + reload(at, more)
                + reload(there, -more);
    }

    private double reload(int at, double more) {
        return over(at, load[at] + more) - over(at, load[at]);
    }

    private double over(int at, double sum) {
        double over = sum - numbers.capacity()[at];
        return over > numbers.slack() ? weight * over : 0;
    }

    double room(int at) {
        return numbers.capacity()[at] - load[at] + numbers.slack();
    }

    /** Opening and serving, and what overloads weigh. */
    double weighted() {
        double sum = cost();
        for (int j = 0; j < load.length; j++) {
            sum += over(j, load[j]);
        }
        return sum;
    }

    /** Opening and serving, summed up anew. */
    double cost() {
        double sum = 0;
        for (int j = 0; j < count.length; j++) {
            sum += count[j] > 0 ? numbers.opening()[j] : 0;
        }
        for (int i = 0; i < site.length; i++) {
            sum += numbers.cost()[site[i]][i];
        }
        return sum;
    }

    boolean fits() {
        var exact = new double[load.length];
        for (int i = 0; i < site.length; i++) {
            exact[site[i]] += numbers.demand()[i];
        }
        for (int j = 0; j < exact.length; j++) {
            if (exact[j] > numbers.capacity()[j] + numbers.slack()) {
                return false;
            }
        }
        return true;
    }
}
