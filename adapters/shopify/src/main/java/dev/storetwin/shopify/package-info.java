/** Shopify: reads webhook and API bodies, hands on events. */
@NullMarked
package dev.storetwin.shopify;

import org.jspecify.annotations.NullMarked;
