package casetrail.edge.identity;

import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.refusals.RefusalCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the {@link Asker} and the {@link ActingWish} of a request as arguments. */
final class AskerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asker.class || parameter.getParameterType() == ActingWish.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return parameter.getParameterType() == Asker.class ? asker() : wish(request);
    }

    private static Asker asker() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AskerAuthentication known) {
            return known.getPrincipal();
        }
        throw new RefusedException(RefusalCode.NOT_AUTHENTICATED);
    }

    private static ActingWish wish(NativeWebRequest request) {
        var violations = new Violations();
        var actingAs = request.getHeader(ActingWish.ACTING_AS);
        var parts = actingAs == null ? new String[0] : actingAs.strip().split("@", 2);
        var role = parts.length == 0
                ? null
                : violations.optional("header:" + ActingWish.ACTING_AS, parts[0], AskerArguments::role);
        var unit = parts.length < 2
                ? null
                : violations.optional("header:" + ActingWish.ACTING_AS, parts[1], UnitCode::new);
        var onBehalfOf = violations.optional(
                "header:" + ActingWish.ON_BEHALF_OF, request.getHeader(ActingWish.ON_BEHALF_OF), PersonId::new);
        violations.refuseIfAny();
        return new ActingWish(role, unit, onBehalfOf);
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(r -> r.canLogIn() && r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a role; the roles are "
                        + Arrays.stream(Role.values())
                                .filter(Role::canLogIn)
                                .map(Role::name)
                                .collect(Collectors.joining(", "))));
    }
}
