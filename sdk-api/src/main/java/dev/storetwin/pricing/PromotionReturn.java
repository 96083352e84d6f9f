package dev.storetwin.pricing;

import java.util.Currency;
import java.util.Optional;

/**
 * What a promotion brought in money, net of tax where the tax is known.
 *
 * @param currency of all amounts
 * @param own      margin of the SKU itself in the promotion above what it would have been: of the units it sold more, less the discount on
 *                 those that would have been sold anyway
 * @param net      the same less pull-forward, cannibalised margin and the stated cost, plus halo, as far as they are known
 * @param invested discounts given on all units sold, and the stated cost
 * @param roi      net by invested; empty when nothing was invested
 */
public record PromotionReturn(Currency currency, Estimate own, Estimate net, double invested, Optional<Estimate> roi) {}
