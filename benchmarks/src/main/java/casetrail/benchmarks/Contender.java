package casetrail.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** One of those that are measured beside each other. */
record Contender(String name, Load.Clients clients) {

    /** The median figure of each, in their order; they take turns, and every second round begins at the other end. */
    static List<Figure> medians(List<Contender> contenders, int clients, Plan plan, Meter meter) throws Exception {
        var figures = new ArrayList<List<Figure>>();
        contenders.forEach(contender -> figures.add(new ArrayList<>()));
        for (int round = 0; round < plan.rounds(); round++) {
            for (int i = 0; i < contenders.size(); i++) {
                int at = round % 2 == 0 ? i : contenders.size() - 1 - i;
                figures.get(at).add(contenders.get(at).run(clients, plan, meter));
            }
        }
        return figures.stream().map(Figure::median).toList();
    }

    Figure run(int clients, Plan plan, Meter meter) throws Exception {
        return Load.run(name, clients, plan, meter, this.clients);
    }
}
