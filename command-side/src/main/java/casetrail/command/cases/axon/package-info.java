/** Cases on Axon: thin shells around the rules, and the way of an order to its decision. */
@NullMarked
package casetrail.command.cases.axon;

import org.jspecify.annotations.NullMarked;
