package dev.storetwin.core.forecast.arima;

/** Where the search for the coefficients of a model starts. */
final class Places {

    private Places() {}

    /** The place of a neighbour: what both models have is taken over, what is new is zero. */
    static double[] between(ArimaOrder from, double[] place, ArimaOrder to) {
        var result = new double[to.coefficients()];
        if (place.length < from.coefficients()) {
            return result;
        }
        int[] old = {from.ar(), from.ma(), from.seasonalAr(), from.seasonalMa()};
        int[] now = {to.ar(), to.ma(), to.seasonalAr(), to.seasonalMa()};
        int read = 0;
        int write = 0;
        for (int part = 0; part < old.length; part++) {
            System.arraycopy(place, read, result, write, Math.min(old[part], now[part]));
            read += old[part];
            write += now[part];
        }
        return result;
    }
}
