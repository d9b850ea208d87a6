// The generator's data with every recalled value that nobody confirmed at one end of its range: what a breach must survive to
// stand on recalled values, and what a passed check may become.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "core/accidents/generate/data_end.hpp"
#include "core/accidents/generate/generate.hpp"

namespace sise {

/// Of a default that is milder at either end, by place.
enum class EitherEnd { low, high };

/// A default goes to its end, the longest time of a release too. At the milder end what has no range is left out: a recalled
/// frequency fails never, a recalled tree ends in nothing, a recalled ignition does not happen, a recalled stand-in is not
/// computed; a recalled isolation closes at once and an operator always stops. At the stricter end these stay as they are.
[[nodiscard]] GeneratorData at_end(const GeneratorData& data, DataEnd end, EitherEnd either,
                                   const std::set<std::string>& confirmed);

/// Whether a default of the trace is milder at either end: then both have to be asked.
[[nodiscard]] bool depends_on_place(const UnitTrace& trace, const GeneratorRules& rules);

/// Every id that the office may confirm of the data. "bevi" or "generator" names all that begin with it and a point.
[[nodiscard]] std::vector<std::string> confirmable_ids(const GeneratorData& data);
[[nodiscard]] std::vector<std::string> ids_named(const GeneratorData& data, std::string_view id);

}  // namespace sise
