/**
 * What shoppers see first: where a SKU stands on a page.
 *
 * <p>Reads state and features. Hands its action on as a proposal.
 */
@NullMarked
package dev.storetwin.merchandising;

import org.jspecify.annotations.NullMarked;
