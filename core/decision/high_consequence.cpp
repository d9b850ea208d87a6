#include "core/decision/high_consequence.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/accidents/line_places.hpp"
#include "core/decision/pipeline_facts.hpp"
#include "core/geometry/box_index.hpp"
#include "core/geometry/line_length.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/point_distance.hpp"
#include "core/grid/parallel.hpp"
#include "core/zones/population_index.hpp"

namespace sise {
namespace {

/// What nobody states is not 0.
bool add_stated(const std::optional<double>& stated, std::optional<double>& sum) {
  if (stated) sum = sum.value_or(0.0) + *stated;
  return stated.has_value();
}

using Segment = HighConsequenceSegment;

/// Stations of a pipeline, by number, that one or several places make a high-consequence area.
struct Marked {
  std::size_t first = 0;
  std::size_t last = 0;
  const PipelineRule* rule = nullptr;
  double within_m = 0.0;
  std::vector<std::size_t> targets;
};

/// A target beside the pipeline.
struct BesidePipe {
  std::size_t target = 0;
  NeighbourFacts facts;
};

double within_of(const PipelineRule& rule, const PipelinePack& pack, const PipelineFacts& pipeline) {
  return rule.within_m ? *rule.within_m : pack.impact_radius_m(pipeline).value_or(0.0);
}

void ask_for_all(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& one : more) {
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
  }
}

bool is_drawn_pipeline(const Unit& unit) { return unit.kind == UnitKind::pipeline && !unit.geometry.lines.empty(); }

class PipelineWalk {
 public:
  PipelineWalk(const PipelinePack& pack, const Study& study, std::size_t unit, const PipelineFacts& facts)
      : pack_(pack), study_(study), facts_(facts), stations_(line_places(study.units[unit].geometry)) {
    made_.unit = unit;
    made_.facts = facts;
    made_.impact_radius_m = pack.impact_radius_m(facts);
    made_.length_m = length_m(study.units[unit].geometry.lines);
    step_m_ = made_.length_m / static_cast<double>(std::max<std::size_t>(stations_.size(), 1));
  }

  PipelineStretches walk(const BoxIndex& boxes, const PopulationIndex* population) {
    find_neighbours(boxes);
    for (const BesidePipe& one : beside_) mark_alone(one);
    for (const PipelineRule& rule : pack_.rules) {
      if (rule.window_m && rule.households) mark_together(rule);
    }
    merge();
    for (const Marked& one : marked_) add_segment(one, population);
    return std::move(made_);
  }

 private:
  void find_neighbours(const BoxIndex& boxes) {
    const Geometry& line = study_.units[made_.unit].geometry;
    const double reach_m = pack_.reach_m(facts_);
    for (const std::size_t i : boxes.touching(grown(bounds(line), reach_m))) {
      const Target& target = study_.targets[i];
      BesidePipe one{i, {}};
      one.facts.distance_m = distance_m(line, target.geometry);
      if (one.facts.distance_m > reach_m) continue;
      one.facts.households = target.households;
      one.facts.people = target.people;
      one.facts.hard_to_evacuate = target.is_protected && target.target_class == TargetClass::high_sensitivity;
      beside_.push_back(one);
    }
  }

  /// The stations within a distance of a target; none: first > last.
  [[nodiscard]] Marked stations_near(const BesidePipe& one, double within_m) const {
    const Geometry& place = study_.targets[one.target].geometry;
    const Bounds box = grown(bounds(place), within_m);
    Marked near{stations_.size(), 0, nullptr, within_m, {one.target}};
    for (std::size_t i = 0; i < stations_.size(); ++i) {
      const Point& at = stations_[i];
      if (at.x < box.x_min || at.x > box.x_max || at.y < box.y_min || at.y > box.y_max) continue;
      if (distance_m(at, place) > within_m) continue;
      near.first = std::min(near.first, i);
      near.last = std::max(near.last, i);
    }
    return near;
  }

  void mark(Marked one, const PipelineRule* rule) {
    if (one.first > one.last) return;
    one.rule = rule;
    marked_.push_back(std::move(one));
  }

  void mark_alone(const BesidePipe& one) {
    const PipelineFindings found = find_high_consequence(pack_, facts_, one.facts);
    ask_for_all(made_.not_stated, found.not_stated);
    if (found.rule != nullptr) mark(stations_near(one, within_of(*found.rule, pack_, facts_)), found.rule);
  }

  /// Places none of which is enough alone, along so much of the pipeline as the rule says.
  void mark_together(const PipelineRule& rule) {
    const double within_m = within_of(rule, pack_, facts_);
    struct Counted {
      Marked near;
      double households;
    };
    std::vector<Counted> counted;
    for (const BesidePipe& one : beside_) {
      if (!one.facts.households || one.facts.distance_m > within_m) continue;
      Marked near = stations_near(one, within_m);
      if (near.first <= near.last) counted.push_back({std::move(near), *one.facts.households});
    }
    std::stable_sort(counted.begin(), counted.end(),
                     [](const Counted& a, const Counted& b) { return a.near.first < b.near.first; });
    PipelinePack only = pack_;
    only.rules = {rule};
    const auto window = static_cast<std::size_t>(*rule.window_m / std::max(step_m_, 1e-9));
    double households = 0.0;
    std::size_t end = 0;
    for (std::size_t begin = 0; begin < counted.size(); ++begin) {
      for (; end < counted.size() && counted[end].near.first <= counted[begin].near.first + window; ++end)
        households += counted[end].households;
      NeighbourFacts together;
      together.households = households;
      if (find_high_consequence(only, facts_, together).rule != nullptr) {
        Marked all = counted[begin].near;
        for (std::size_t i = begin + 1; i < end; ++i) {
          all.last = std::max(all.last, counted[i].near.last);
          all.targets.push_back(counted[i].near.targets.front());
        }
        mark(std::move(all), &rule);
      }
      households -= counted[begin].households;
    }
  }

  /// Stretches that touch, or lie closer together than the pack says, are one; of the highest level.
  void merge() {
    std::stable_sort(marked_.begin(), marked_.end(),
                     [](const Marked& a, const Marked& b) { return a.first < b.first; });
    const auto close = static_cast<std::size_t>(pack_.merge_m / std::max(step_m_, 1e-9));
    std::vector<Marked> merged;
    for (Marked& one : marked_) {
      if (merged.empty() || one.first > merged.back().last + 1 + close) {
        merged.push_back(std::move(one));
        continue;
      }
      Marked& before = merged.back();
      before.last = std::max(before.last, one.last);
      before.targets.insert(before.targets.end(), one.targets.begin(), one.targets.end());
      if (one.rule->level > before.rule->level) before.rule = one.rule;
      before.within_m = std::max(before.within_m, one.within_m);
    }
    marked_ = std::move(merged);
  }

  /// Along the stations; where the pipeline is drawn in several lines a gap is not bridged.
  [[nodiscard]] Geometry shape_of(const Marked& one) const {
    constexpr double kGap = 1.5;
    Geometry shape;
    for (std::size_t i = one.first; i <= one.last; ++i) {
      const Point& at = stations_[i];
      const bool goes_on = !shape.lines.empty() && std::hypot(at.x - shape.lines.back().back().x,
                                                              at.y - shape.lines.back().back().y) <= kGap * step_m_;
      if (goes_on) {
        shape.lines.back().push_back(at);
      } else {
        shape.lines.push_back({at});
      }
    }
    std::erase_if(shape.lines, [](const Line& line) { return line.size() < 2; });
    if (shape.lines.empty()) shape.points.push_back(stations_[one.first]);
    return shape;
  }

  void add_segment(const Marked& one, const PopulationIndex* population) {
    Segment segment;
    segment.rule = *one.rule;
    segment.within_m = one.within_m;
    segment.from_m = step_m_ * static_cast<double>(one.first);
    segment.to_m = step_m_ * static_cast<double>(one.last + 1);
    segment.shape = shape_of(one);
    segment.targets = one.targets;
    std::sort(segment.targets.begin(), segment.targets.end());
    segment.targets.erase(std::unique(segment.targets.begin(), segment.targets.end()), segment.targets.end());
    for (const std::size_t i : segment.targets) {
      const Target& target = study_.targets[i];
      if (!add_stated(target.households, segment.households)) ++segment.no_households;
      if (!add_stated(target.people, segment.target_people)) ++segment.uncounted;
    }
    const MultiPolygon around = buffer(segment.shape, segment.within_m);
    std::optional<Population> near;
    if (population != nullptr) near = population->near(bounds(around));
    segment.people = people_known(near, around);
    made_.segments.push_back(std::move(segment));
  }

  const PipelinePack& pack_;
  const Study& study_;
  PipelineFacts facts_;
  std::vector<Point> stations_;
  double step_m_ = 0.0;
  std::vector<BesidePipe> beside_;
  std::vector<Marked> marked_;
  PipelineStretches made_;
};

}  // namespace

bool has_drawn_pipelines(const Study& study) {
  return std::any_of(study.units.begin(), study.units.end(), is_drawn_pipeline);
}

std::vector<PipelineStretches> high_consequence_stretches(const PipelinePack& pack, const Study& study,
                                                          const SubstanceTable& substances, Progress* progress) {
  std::vector<Bounds> boxes;
  boxes.reserve(study.targets.size());
  for (const Target& target : study.targets) boxes.push_back(bounds(target.geometry));
  const BoxIndex index(std::move(boxes));
  std::optional<PopulationIndex> population;
  if (study.population) population.emplace(*study.population);
  std::vector<std::size_t> pipelines;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    if (is_drawn_pipeline(study.units[i])) pipelines.push_back(i);
  }
  std::vector<PipelineStretches> all(pipelines.size());
  parallel_for(
      static_cast<std::int64_t>(pipelines.size()),
      [&](std::int64_t i) {
        const auto n = static_cast<std::size_t>(i);
        const PipelineFacts facts = pipeline_facts(study.units[pipelines[n]], study, substances);
        all[n] = PipelineWalk(pack, study, pipelines[n], facts).walk(index, population ? &*population : nullptr);
      },
      progress, "pipelines");
  return all;
}

}  // namespace sise
