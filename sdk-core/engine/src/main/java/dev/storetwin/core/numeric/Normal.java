package dev.storetwin.core.numeric;

/** The standard normal distribution, the same to the last bit on every machine. */
public final class Normal {

    private Normal() {}

    /**
     * The value that is not exceeded with a probability (Wichura 1988, algorithm AS 241, accurate to about 16 digits).
     *
     * @param probability above 0 and below 1
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability (%s) must be above 0 and below 1.".formatted(probability));
        }
        double q = probability - .5;
        if (Math.abs(q) <= .425) {
            return central(q);
        }
        double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? probability : 1 - probability));
        double tail = r <= 5 ? nearTail(r - 1.6) : farTail(r - 5);
        return q < 0 ? -tail : tail;
    }

    private static double central(double q) {
        double r = .180625 - q * q;
        double top = ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                                                                                + 45921.953931549871457)
                                                                        * r
                                                                + 13731.693765509461125)
                                                        * r
                                                + 1971.5909503065514427)
                                        * r
                                + 133.14166789178437745)
                        * r
                + 3.387132872796366608;
        double bottom = ((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                                                                                + 21213.794301586595867)
                                                                        * r
                                                                + 5394.1960214247511077)
                                                        * r
                                                + 687.1870074920579083)
                                        * r
                                + 42.313330701600911252)
                        * r
                + 1;
        return q * top / bottom;
    }

    private static double nearTail(double r) {
        double top = ((((((7.7454501427834140764e-4 * r + .0227238449892691845833) * r + .24178072517745061177) * r
                                                                                + 1.27045825245236838258)
                                                                        * r
                                                                + 3.64784832476320460504)
                                                        * r
                                                + 5.7694972214606914055)
                                        * r
                                + 4.6303378461565452959)
                        * r
                + 1.42343711074968357734;
        double bottom =
                ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + .0151986665636164571966) * r
                                                                                        + .14810397642748007459)
                                                                                * r
                                                                        + .68976733498510000455)
                                                                * r
                                                        + 1.6763848301838038494)
                                                * r
                                        + 2.05319162663775882187)
                                * r
                        + 1;
        return top / bottom;
    }

    private static double farTail(double r) {
        double top = ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + .0012426609473880784386) * r
                                                                                + .026532189526576123093)
                                                                        * r
                                                                + .29656057182850489123)
                                                        * r
                                                + 1.7848265399172913358)
                                        * r
                                + 5.4637849111641143699)
                        * r
                + 6.6579046435011037772;
        double bottom =
                ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
                                                                                        + 7.868691311456132591e-4)
                                                                                * r
                                                                        + .0148753612908506148525)
                                                                * r
                                                        + .13692988092273580531)
                                                * r
                                        + .59983220655588793769)
                                * r
                        + 1;
        return top / bottom;
    }

    /** Probability that the value is at most {@code x} (West 2005, after Hart 1968; double precision throughout). */
    public static double cdf(double x) {
        double a = Math.abs(x);
        if (a > 37) {
            return x > 0 ? 1 : 0;
        }
        double density = StrictMath.exp(-a * a / 2);
        double tail = a < 7.07106781186547 ? density * hartRatio(a) : density / continuedFraction(a) / 2.506628274631;
        return x > 0 ? 1 - tail : tail;
    }

    private static double hartRatio(double a) {
        double top = (((((.0352624965998911 * a + .700383064443688) * a + 6.37396220353165) * a + 33.912866078383) * a
                                                + 112.079291497871)
                                        * a
                                + 221.213596169931)
                        * a
                + 220.206867912376;
        double bottom =
                ((((((.0883883476483184 * a + 1.75566716318264) * a + 16.064177579207) * a + 86.7807322029461) * a
                                                                        + 296.564248779674)
                                                                * a
                                                        + 637.333633378831)
                                                * a
                                        + 793.826512519948)
                                * a
                        + 440.413735824752;
        return top / bottom;
    }

    private static double continuedFraction(double a) {
        return a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + .65))));
    }
}
