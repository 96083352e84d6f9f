package dev.storetwin.core.pricing.markdown;

import java.util.List;

/**
 * The units of several shelves together, as one number: the first store counts fastest.
 *
 * <p>How it works: at a given price stores know nothing of each other, so a period is played one store after the other over the table of all.
 */
record JointStock(ChainSeason season, int[] strides, int count) implements StockSpace {

    static double size(ChainSeason season) {
        return season.stores().stream().mapToDouble(it -> it.stock() + 1.0).reduce(1, (a, b) -> a * b);
    }

    /** Of not more than an int can count. */
    static JointStock of(ChainSeason season) {
        var strides = new int[season.stores().size()];
        int stride = 1;
        for (int store = 0; store < strides.length; store++) {
            strides[store] = stride;
            stride *= season.stores().get(store).stock() + 1;
        }
        return new JointStock(season, strides, stride);
    }

    int index(List<Integer> stocks) {
        int index = 0;
        for (int store = 0; store < strides.length; store++) {
            index += strides[store] * stocks.get(store);
        }
        return index;
    }

    private int stock(int index, int store) {
        return index / strides[store] % (season.stores().get(store).stock() + 1);
    }

    @Override
    public int reach(int period) {
        return count - 1;
    }

    @Override
    public double atEnd(int index) {
        double sum = 0;
        for (int store = 0; store < strides.length; store++) {
            sum += season.stores().get(store).salvage() * stock(index, store);
        }
        return sum;
    }

    @Override
    public void play(int period, int rung, double[] next, double[] played, int from) {
        var values = new double[count];
        System.arraycopy(next, from, values, 0, count);
        for (int store = 0; store < strides.length; store++) {
            values = played(store, period, rung, values);
        }
        System.arraycopy(values, 0, played, from, count);
    }

    private double[] played(int store, int period, int rung, double[] values) {
        var played = new double[count];
        var shelf = season.stores().get(store);
        var demand = shelf.demand().at(period, rung);
        double price = season.prices().get(rung);
        for (int index = 0; index < count; index++) {
            int stock = stock(index, store);
            double sum = demand.atLeast(stock) * (price * stock + values[index - stock * strides[store]]);
            int most = Math.min(stock - 1, demand.last());
            for (int sold = 0; sold <= most; sold++) {
                sum += demand.chance(sold)
                        * (price * sold - shelf.holding() * (stock - sold) + values[index - sold * strides[store]]);
            }
            played[index] = sum;
        }
        return played;
    }
}
