// One unit's record while scenarios are made from it: asks for its values, and writes down what was assumed or lacking.
#pragma once
#include <optional>
#include <string_view>

#include "core/accidents/generate/event_trees.hpp"
#include "core/accidents/generate/generator_rules.hpp"
#include "core/accidents/generate/trace.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// What all units of a run share.
struct GeneratorContext {
  const SubstanceTable& substances;
  const FrequencyPacks& packs;
  const EventTrees& trees;
  const GeneratorRules& rules;
  const HarmPack& harm;
  Weather ambient;        ///< temperature and pressure count
  double wind_m_s = 0.0;  ///< over pools; 0: unknown
  /// Replaces a default, to see what it does.
  std::optional<GeneratorDefault> instead{};
};

class UnitRecord {
 public:
  /// Keeps references to all of them.
  UnitRecord(const Unit& unit, const GeneratorContext& context, UnitTrace& trace)
      : unit_(unit), context_(context), trace_(trace) {}

  [[nodiscard]] const Unit& unit() const { return unit_; }
  [[nodiscard]] const GeneratorContext& context() const { return context_; }
  [[nodiscard]] UnitTrace& trace() const { return trace_; }

  /// A default in the unit of its name; noted once.
  [[nodiscard]] double assume(std::string_view id) const;
  /// The record's value, in the default's unit, or the default.
  [[nodiscard]] double value_or(const std::optional<double>& value, std::string_view id) const {
    return value ? *value : assume(id);
  }
  void remark(const char* code, const Text& text) const;
  /// Without a remedy: rows of [scenarios].
  void lack(const char* code, const Text& text, const Text& remedy) const;
  /// Whether `containment` names this word, in English or Chinese.
  [[nodiscard]] bool contained_as(std::string_view word) const;
  /// A remark where `containment` says something that is no known word.
  void check_containment() const;

 private:
  const Unit& unit_;
  const GeneratorContext& context_;
  UnitTrace& trace_;
};

}  // namespace sise
