#include "core/accidents/generate/trace.hpp"

namespace sise {

std::string_view name_of(UnitFate fate) {
  switch (fate) {
    case UnitFate::generated:
      return "generated";
    case UnitFate::from_table:
      return "from_table";
    case UnitFate::small:
      return "small";
    case UnitFate::missing:
      break;
  }
  return "missing";
}

double UnitTrace::dropped_per_year() const {
  double sum = 0.0;
  for (const TraceCase& one : cases) sum += one.dropped ? one.frequency_per_year : 0.0;
  return sum;
}

Confidence Generation::confidence() const {
  Confidence mark = Confidence::seen;
  for (const UnitTrace& trace : traces) {
    if (trace.fate != UnitFate::generated) continue;
    mark = weakest(mark, joined(trace.basis));
  }
  return mark;
}

}  // namespace sise
