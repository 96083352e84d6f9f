package dev.storetwin.event;

/** What the shop sells, at what price and cost, and where. */
public sealed interface CatalogEvent extends TwinEvent
        permits ProductUpserted,
                ProductRemoved,
                VariantUpserted,
                VariantRemoved,
                ListingChanged,
                CostChanged,
                PriceChanged,
                PromotionScheduled,
                PromotionEnded,
                CompetitorPriceObserved,
                ChannelDefined {}
