package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.List;

/** Worlds that have little in common with {@link SimulatedShops}, or with each other. */
enum UnlikeWorld {
    NEAR_ZERO("elasticities near zero, some above", Shown.COLUMNS) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            double kind = it.draw.nextDouble();
            it.elasticity = kind < .2
                    ? .15 * it.draw.nextGaussian()
                    : kind < .3 ? .3 + .3 * it.draw.nextDouble() : -.8 * StrictMath.exp(.5 * it.draw.nextGaussian());
        }
    },
    SKEWED("elasticities from -1 to -8, skewed", Shown.COST) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.elasticity = -1 - StrictMath.exp(.3 + .8 * it.draw.nextGaussian());
            it.hidden = it.wandering(0, .3);
        }
    },
    HEAVY_TAILS("noise of Student with 3 degrees", Shown.COLUMNS) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.noise = it.made(week -> {
                double chi = 0;
                for (int i = 0; i < 3; i++) {
                    double part = it.draw.nextGaussian();
                    chi += part * part;
                }
                return .2 * it.draw.nextGaussian() / Math.sqrt(chi / 3);
            });
        }
    },
    FEW_UNITS("few units, weeks without any for no reason", Shown.COLUMNS_AND_COST) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.level = StrictMath.log(1.5 + 4 * it.draw.nextDouble());
        }

        @Override
        void sell(UnlikeProduct it) {
            it.count();
            it.units = it.made(week -> it.draw.nextBoolean(.15) ? 0 : it.units[week]);
        }
    },
    FEW_BY_COST("few units, hidden shocks, cost", Shown.COST) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.level = StrictMath.log(4 + 8 * it.draw.nextDouble());
            it.hidden = it.wandering(.5, .3);
        }

        @Override
        void sell(UnlikeProduct it) {
            it.count();
        }
    },
    SOLD_OUT("sold out in some weeks, the shelf holds as much every week", Shown.COST) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.hidden = it.wandering(.3, .3);
        }

        @Override
        void sell(UnlikeProduct it) {
            it.count();
            double shelf = Math.rint(StrictMath.exp(it.level) * (1.2 + .4 * it.draw.nextDouble()));
            it.units = it.made(week -> Math.min(shelf, it.units[week]));
        }
    },
    TREND("inflation, trends and a yearly season nobody gives", Shown.COST) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            double trend = .004 * it.draw.nextGaussian();
            double phase = 2 * Math.PI * it.draw.nextDouble();
            it.cost = it.made(week -> it.cost[week] * .5 + .002 * week);
            it.hidden = it.made(week -> trend * week + .3 * StrictMath.sin(phase + 2 * Math.PI * week / 52));
        }
    },
    RARE_CHANGES("prices that change four times in two years", Shown.COST) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.hidden = it.wandering(.7, .25);
            var steps = new double[5];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = .15 * it.draw.nextGaussian();
            }
            it.cost = it.made(week -> steps[week * steps.length / it.weeks]);
        }

        @Override
        void price(UnlikeProduct it) {
            it.price = it.made(week -> {
                int first = (week * 5 / it.weeks) * it.weeks / 5;
                return it.cost[week] + .3 * (it.hidden[first] + it.shock[first]);
            });
        }
    },
    ONE_CALENDAR("one calendar of promotions for the whole shop", Shown.COLUMNS) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            var shop = draws.keyed("calendar", it.shop, 0);
            it.promo = it.made(week -> shop.nextBoolean(.2) ? 1 : 0);
            var shared = it.made(week -> .15 * shop.nextGaussian());
            it.shock = it.made(week -> .5 * (it.promo[week] - .2) + .15 * it.season[week]);
            it.noise = it.made(week -> shared[week] + .2 * it.draw.nextGaussian());
        }

        @Override
        void price(UnlikeProduct it) {
            it.price = it.made(week -> .5 * it.cost[week] - it.promo[week] * (.15 + .05 * it.draw.nextDouble()));
        }
    },
    LATE_COSTS("costs reach the price over five weeks", Shown.COST) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.hidden = it.wandering(.5, .3);
            it.cost = it.wandering(.8, .15);
        }

        @Override
        void price(UnlikeProduct it) {
            it.price = it.made(week -> {
                double passed = 0;
                for (int lag = 1; lag <= 5; lag++) {
                    passed += .2 * it.cost[Math.max(0, week - lag)];
                }
                return passed + .3 * (it.hidden[week] + it.shock[week]);
            });
        }
    },
    COMPETITOR("a competitor that moves along, given", Shown.COMPETITOR) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            var own = it.competitor;
            it.competitor = it.made(week -> .7 * it.cost[week] + own[week]);
            it.shock = it.made(week -> it.shock[week] + 1.2 * it.competitor[week]);
        }
    },
    WEAK_COST("a cost that hardly moves the price", Shown.COST) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.hidden = it.wandering(.3, .3);
            it.cost = it.made(week -> it.cost[week] * .3);
        }
    },
    WRONG_COLUMN("a column that explains a part only of a hidden shock", Shown.COLUMNS) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.shock = it.made(week -> .4 * it.shock[week]);
            it.hidden = it.wandering(0, .3);
        }
    },
    UNEVEN("noise that grows with promotions and price moves", Shown.COLUMNS) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.noise = it.made(week -> it.noise[week] * (.4 + 4 * Math.abs(it.cost[week]) + .6 * it.promo[week]));
        }
    },
    FEW_PRODUCTS("two products, forty weeks", Shown.COLUMNS_AND_COST) {
        @Override
        int products() {
            return 2;
        }

        @Override
        int weeks() {
            return 40;
        }

        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.noise = it.wandering(.5, .3);
        }
    },
    FEW_BY_COST_ALONE("two products, sixty weeks, wandering shocks, cost", Shown.COST) {
        @Override
        int products() {
            return 2;
        }

        @Override
        int weeks() {
            return 60;
        }

        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.hidden = it.wandering(.6, .3);
            it.cost = it.wandering(.6, .15);
        }
    },
    MISSING_WEEKS("two weeks in five missing", Shown.COST) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.hidden = it.wandering(.7, .3);
            it.cost = it.wandering(.7, .15);
            for (int week = 0; week < it.weeks; week++) {
                it.told[week] = it.draw.nextBoolean(.6);
            }
        }
    },
    NO_ZEROS("few units, and weeks without sales are not written down", Shown.COST) {
        @Override
        void shape(UnlikeProduct it, Draws draws) {
            it.level = StrictMath.log(1.5 + 2 * it.draw.nextDouble());
            it.hidden = it.wandering(.3, .3);
        }

        @Override
        void sell(UnlikeProduct it) {
            it.count();
            for (int week = 0; week < it.weeks; week++) {
                it.told[week] = it.units[week] > 0;
            }
        }
    };

    /** What the estimator is given beside price and units. */
    enum Shown {
        COLUMNS,
        COST,
        COLUMNS_AND_COST,
        COMPETITOR
    }

    private final String words;
    private final Shown shown;

    UnlikeWorld(String words, Shown shown) {
        this.words = words;
        this.shown = shown;
    }

    String words() {
        return words;
    }

    Shown shown() {
        return shown;
    }

    /** Of each shop. */
    int products() {
        return 25;
    }

    int weeks() {
        return 104;
    }

    /** Changes what a product is like before it is priced. */
    abstract void shape(UnlikeProduct it, Draws draws);

    void price(UnlikeProduct it) {
        it.priceFollows(.3);
    }

    void sell(UnlikeProduct it) {
        it.sell();
    }

    /** The products of one shop. */
    List<UnlikeProduct> shop(long seed, int shop) {
        var draws = Draws.of(seed);
        var products = new ArrayList<UnlikeProduct>();
        for (int i = 0; i < products(); i++) {
            var name = "%s-%03d-%02d".formatted(name(), shop, i);
            var product = new UnlikeProduct(name, "shop%03d".formatted(shop), weeks(), draws.keyed("unlike", name, 0));
            shape(product, draws);
            price(product);
            sell(product);
            products.add(product);
        }
        return products;
    }
}
