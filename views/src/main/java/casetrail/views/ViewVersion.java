package casetrail.views;

import casetrail.events.views.ViewName;

/**
 * One building of a view: several can stand beside each other while a new one is built.
 *
 * @param number from 1
 */
public record ViewVersion(ViewName view, int number) implements Comparable<ViewVersion> {

    public ViewVersion {
        if (number < 1 || number > 999_999) {
            throw new IllegalArgumentException("version %d of a view is not in 1 to 999999".formatted(number));
        }
    }

    @Override
    public int compareTo(ViewVersion other) {
        int byView = view.compareTo(other.view);
        return byView != 0 ? byView : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return view + "/" + number;
    }
}
