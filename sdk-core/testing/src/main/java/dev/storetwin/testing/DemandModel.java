package dev.storetwin.testing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How many units shoppers of the synthetic shop want on average, by article, outlet, day and price. */
final class DemandModel {

    /** Below this share of the list price nobody more can be won. */
    static final double LOWEST_RELATIVE_PRICE = .5;

    private final ShopSettings settings;
    private final MerchantPlan plan;

    DemandModel(ShopSettings settings, MerchantPlan plan) {
        this.settings = settings;
        this.plan = plan;
    }

    /** Mean units at a price relative to the list price at the opening. */
    double units(Article article, Outlet outlet, LocalDate day, double relativePrice) {
        double relative = Math.max(LOWEST_RELATIVE_PRICE, relativePrice);
        double response = StrictMath.pow(relative, article.appetite().elasticity());
        return unitsAtListPrice(article, outlet, day) * response;
    }

    private double unitsAtListPrice(Article article, Outlet outlet, LocalDate day) {
        double usual = article.appetite().dailyUnits().get(outlet.index());
        double weekday = outlet.weekdays().get(day.getDayOfWeek().getValue() - 1);
        double season = article.wares().season(day.getDayOfYear());
        double years = ChronoUnit.DAYS.between(settings.from(), day) / 365.0;
        double growth = Math.max(.1, 1 + article.appetite().trend() * years);
        double lift = plan.campaign(article, outlet, day).map(Campaign::lift).orElse(1.0);
        return usual * weekday * season * growth * lift;
    }
}
