package dev.storetwin.core.pricing.markdown;

/** The units of one shelf. */
record SingleStock(MarkdownSeason season, int[] reaches) implements StockSpace {

    static SingleStock of(MarkdownSeason season) {
        return new SingleStock(season, season.reaches());
    }

    @Override
    public int count() {
        return reaches[reaches.length - 1] + 1;
    }

    @Override
    public int reach(int period) {
        return reaches[period];
    }

    @Override
    public double atEnd(int stock) {
        return season.salvage() * stock;
    }

    @Override
    public void play(int period, int rung, double[] next, double[] played, int from) {
        play(period, season.prices().get(rung), season.demand().at(period, rung), next, played, from);
    }

    /** The same at any price. */
    void play(int period, double price, UnitChances demand, double[] next, double[] played, int from) {
        int reach = reaches[period];
        int after = from + season.arrival(period + 1);
        earn(price, demand, reach, played, from);
        for (int stock = 0; stock <= reach; stock++) {
            played[from + stock] += demand.atLeast(stock) * next[after];
        }
        int most = Math.min(reach - 1, demand.last());
        for (int sold = 0; sold <= most; sold++) {
            double chance = demand.chance(sold);
            if (chance > 0) {
                addShifted(played, from + sold + 1, next, after + 1, reach - sold, chance);
            }
        }
    }

    /** Expected of the period alone, one unit of stock after the other: each sells where at least as many are wanted, and is held else. */
    private void earn(double price, UnitChances demand, int reach, double[] played, int from) {
        double sold = 0;
        for (int stock = 0; stock <= reach; stock++) {
            sold += stock == 0 ? 0 : demand.atLeast(stock);
            played[from + stock] = price * sold - season.holding() * (stock - sold);
        }
    }

    /** Apart, and with nothing else in it, since most of the work is done here. */
    private static void addShifted(double[] sums, int to, double[] values, int from, int count, double weight) {
        for (int i = 0; i < count; i++) {
            sums[to + i] += weight * values[from + i];
        }
    }
}
