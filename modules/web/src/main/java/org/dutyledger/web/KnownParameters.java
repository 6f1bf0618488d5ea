package org.dutyledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that its operation does not know, or knows once and gets twice: a
 * mistyped filter that is passed over in silence answers another question than was asked.
 */
class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackage().equals(KnownParameters.class.getPackage())) {
            Map<String, Boolean> known = known(method);
            request.getParameterMap().forEach((name, values) -> check(known, name, values));
        }
        return true;
    }

    /** By name, whether it may be repeated. */
    private static Map<String, Boolean> known(HandlerMethod method) {
        Map<String, Boolean> known = new TreeMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
            if (query != null) {
                known.put(
                        query.name(),
                        Collection.class.isAssignableFrom(parameter.getParameterType()));
            }
        }
        return known;
    }

    private static void check(Map<String, Boolean> known, String name, String[] values) {
        Boolean repeated = known.get(name);
        if (repeated == null) {
            throw new InvalidParameterException(
                    name,
                    String.join(",", values),
                    known.isEmpty() ? "no parameters" : "one of the parameters " + known.keySet());
        }
        if (!repeated && values.length > 1) {
            throw new InvalidParameterException(name, Arrays.toString(values), "one value");
        }
    }
}
