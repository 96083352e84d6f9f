package dev.storetwin.core.pricing.markdown;

/** The units of one shelf. */
record SingleStock(MarkdownSeason season, int[] reaches) implements StockSpace {

    static SingleStock of(MarkdownSeason season) {
        var reaches = new int[season.periods() + 1];
        for (int period = 0; period < reaches.length; period++) {
            reaches[period] = season.arrival(period) + (period == 0 ? season.stock() : reaches[period - 1]);
        }
        return new SingleStock(season, reaches);
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
        var demand = season.demand().at(period, rung);
        int arrival = season.arrival(period + 1);
        double price = season.prices().get(rung);
        double holding = season.holding();
        for (int stock = 0; stock <= reaches[period]; stock++) {
            int after = from + stock + arrival;
            double sum = demand.atLeast(stock) * (price * stock + next[from + arrival]);
            int most = Math.min(stock - 1, demand.last());
            for (int sold = 0; sold <= most; sold++) {
                sum += demand.chance(sold) * (price * sold - holding * (stock - sold) + next[after - sold]);
            }
            played[from + stock] = sum;
        }
    }
}
