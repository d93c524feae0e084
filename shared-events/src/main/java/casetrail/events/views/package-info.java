/** What is decided about views: which version is read, and what a view leaves out. */
@NullMarked
package casetrail.events.views;

import org.jspecify.annotations.NullMarked;
