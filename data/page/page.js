// The map of a run. What it shows stands in the data block of the page; nothing is fetched but the tiles that the project names.
// Every text goes into the page as text, never as markup.
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('sise-data').textContent);
  var WORDS = {
    search: { en: 'Search by name or number', zh: '按名称或编号查找' },
    measure: { en: 'Measure', zh: '量测' },
    measure_hint: { en: 'Click points on the map; Esc ends', zh: '在地图上依次点击, 按 Esc 结束' },
    print: { en: 'Print', zh: '打印' },
    whole: { en: 'Whole map', zh: '全图' },
    legend: { en: 'Legend and layers', zh: '图例与图层' },
    ground: { en: 'Ground', zh: '底图' },
    tiles: { en: 'Map tiles (network)', zh: '在线底图 (需联网)' },
    names: { en: 'Names on the map', zh: '图上注记' },
    notes: { en: 'To be kept in mind', zh: '说明' },
    area: { en: 'Area, km²', zh: '面积 (km²)' },
    people: { en: 'People', zh: '人数' },
    share: { en: 'Share', zh: '占比' },
    unknown: { en: 'not known', zh: '未知' },
    none: { en: 'Nothing found', zh: '未找到' },
    yes: { en: 'yes', zh: '是' },
    no: { en: 'no', zh: '否' },
    length: { en: 'length', zh: '长度' },
    inside: { en: 'area', zh: '面积' },
    nothing: { en: 'nothing in it', zh: '无要素' },
    strength: { en: 'How strong the colours are', zh: '颜色浓淡' },
    empty: { en: 'This run has nothing to show.', zh: '本次计算没有可显示的内容。' },
    made: { en: 'Coordinates: WGS 84. Drawn with Leaflet; its licence stands in the source of this page.',
      zh: '坐标: WGS 84。绘图使用 Leaflet, 其许可见本页源代码。' }
  };
  var language = /^#?(.*&)?lang=en/.test(location.hash) ? 'en' : /lang=zh/.test(location.hash) ? 'zh'
    : (navigator.language || 'zh').toLowerCase().indexOf('zh') === 0 ? 'zh' : 'en';
  function say(text) { return (text && (text[language] || text.zh || text.en)) || ''; }
  function byId(id) { return document.getElementById(id); }
  function make(tag, className, text) {
    var node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  // --- shapes: whole millionths of a degree from the corner of the page, each vertex from the one before ------------------
  var UNIT = 1e6;
  function points(numbers) {
    var out = new Array(numbers.length / 2), x = data.origin[0], y = data.origin[1];
    for (var i = 0; i < numbers.length; i += 2) {
      x += numbers[i]; y += numbers[i + 1];
      out[i / 2] = [y / UNIT, x / UNIT];
    }
    return out;
  }
  function decode(shape) {
    if (!shape) return null;
    var kind = shape.a ? 'area' : shape.l ? 'line' : 'point', parts = [];
    if (shape.a) shape.a.forEach(function (polygon) { parts.push(polygon.map(points)); });
    else if (shape.l) parts = shape.l.map(points);
    else parts = points(shape.p);
    var box = [90, 180, -90, -180];
    (function walk(list) {
      if (typeof list[0] === 'number') {
        box = [Math.min(box[0], list[0]), Math.min(box[1], list[1]), Math.max(box[2], list[0]), Math.max(box[3], list[1])];
      } else list.forEach(walk);
    })(parts);
    return { kind: kind, parts: parts, box: box };
  }
  function centre(shape) { return [(shape.box[0] + shape.box[2]) / 2, (shape.box[1] + shape.box[3]) / 2]; }

  // --- the map -----------------------------------------------------------------------------------------------------------
  // Hatches: lines across an area, so that what lies below is seen.
  // Pixels of a drawing per pixel of the page: more of them on paper.
  var printing = false;
  function sharpness() { return printing ? 3 : window.devicePixelRatio || 1; }
  var Drawing = L.Canvas.extend({
    _update: function () {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      var size = this._bounds.getSize(), canvas = this._container, times = sharpness();
      L.DomUtil.setPosition(canvas, this._bounds.min);
      canvas.width = times * size.x;
      canvas.height = times * size.y;
      canvas.style.width = size.x + 'px';
      canvas.style.height = size.y + 'px';
      this._ctx.scale(times, times);
      this._ctx.translate(-this._bounds.min.x, -this._bounds.min.y);
      this.fire('update');
    },
    _fillStroke: function (ctx, layer) {
      var o = layer.options;
      if (o.fill) {
        ctx.globalAlpha = o.fillOpacity;
        ctx.fillStyle = o.hatch ? hatch(ctx, o.fillColor, o.hatch) : o.fillColor || o.color;
        ctx.fill('evenodd');
      }
      if (o.stroke && o.weight !== 0) {
        if (ctx.setLineDash) ctx.setLineDash(layer.options._dashArray || []);
        ctx.globalAlpha = o.opacity;
        ctx.lineWidth = o.weight;
        ctx.strokeStyle = o.color;
        ctx.lineCap = o.lineCap;
        ctx.lineJoin = o.lineJoin;
        ctx.stroke();
      }
    }
  });
  var hatches = {};
  function hatch(ctx, colour, way) {
    var key = colour + way;
    if (hatches[key]) return hatches[key];
    var tile = document.createElement('canvas'), size = 10, pen = tile.getContext('2d');
    tile.width = tile.height = size;
    pen.strokeStyle = colour;
    pen.lineWidth = 2;
    pen.beginPath();
    for (var at = -size; at <= 2 * size; at += size) {
      if (way === 'hatched') { pen.moveTo(at, size); pen.lineTo(at + size, 0); } else { pen.moveTo(at, 0); pen.lineTo(at + size, size); }
    }
    pen.stroke();
    return (hatches[key] = ctx.createPattern(tile, 'repeat'));
  }

  var view = L.latLngBounds([data.view[0], data.view[1]], [data.view[2], data.view[3]]);
  var map = L.map('map', { attributionControl: false, zoomSnap: 0.25, maxZoom: 19, minZoom: 3, fadeAnimation: false, zoomAnimation: false });
  map.fitBounds(view);
  L.control.scale({ imperial: false }).addTo(map);
  ['context', 'ground'].forEach(function (name, i) {
    map.createPane(name).style.zIndex = 250 + 50 * i;
    map.getPane(name).style.pointerEvents = 'none';
  });
  var drawing = new Drawing({ padding: 0.2 }), below = new Drawing({ padding: 0.2, pane: 'context' });
  var upper = L.layerGroup().addTo(map), lower = L.layerGroup().addTo(map);
  var tiles = data.tiles ? L.tileLayer(data.tiles.address, { maxZoom: 19 }) : null;
  var ground = data.ground ? L.imageOverlay(data.ground.image, [[data.ground.bounds[0], data.ground.bounds[1]],
    [data.ground.bounds[2], data.ground.bounds[3]]], { pane: 'ground', opacity: 0.65, className: 'ground' }) : null;

  var layers = data.layers.map(function (layer) {
    layer.features = layer.shapes.map(function (shape, i) {
      return { layer: layer, row: i, entry: layer.entry[i], shape: decode(shape), drawn: null };
    });
    layer.on = layer.shown;
    layer.counts = layer.entries.map(function () { return 0; });
    layer.features.forEach(function (f) { if (f.entry >= 0) layer.counts[f.entry] += 1; });
    return layer;
  });
  data.context.forEach(function (layer) {
    layer.on = true;
    layer.features = layer.shapes.map(function (shape, i) {
      return { layer: layer, row: i, shape: decode(shape), drawn: null, name: layer.names[i] || '' };
    });
  });

  function value(layer, row, field) {
    if (typeof field === 'string') field = layer.fields.filter(function (f) { return f.name === field; })[0];
    if (!field) return null;
    var v = field.values[row];
    return field.words && v !== null ? field.words[v] : v;
  }
  function nameOf(feature) {
    if (feature.name !== undefined) return feature.name;
    var layer = feature.layer, name = layer.nameField ? value(layer, feature.row, layer.nameField) : null;
    if (name === null || name === '') name = value(layer, feature.row, 'id');
    return name === null ? '' : String(name);
  }

  // --- drawing -----------------------------------------------------------------------------------------------------------
  function style(layer, entry) {
    var o = { renderer: drawing, interactive: false, color: entry.colour, fillColor: entry.colour, weight: 1.5, opacity: 1, fill: true,
      fillOpacity: 0.4, radius: 5 };
    if (layer.symbol === 'dots') { o.color = '#1f2933'; o.weight = 1; o.fillOpacity = 1; }
    if (layer.symbol === 'lines') { o.fill = false; o.weight = 2; }
    if (layer.symbol === 'outlines') { o.fill = false; o.weight = 2; }
    if (layer.symbol === 'solid_areas') { o.fillOpacity = 0.75; o.stroke = false; }
    if (layer.symbol === 'painted_areas') {
      if (entry.paint === 'light') { o.dashArray = '6 4'; o.fillOpacity = 0.25; }
      if (entry.paint === 'solid') o.fillOpacity = 0.6;
      o.weight = 2;
    }
    if (o.fill && layer.symbol !== 'dots' && hatched(entry)) { o.hatch = entry.paint; o.fillOpacity = 1; }
    return o;
  }
  var CONTEXT = {
    settlements: { fill: true, fillColor: '#d9d2c5', fillOpacity: 0.9, stroke: false, radius: 3 },
    roads: { fill: true, fillColor: '#a8a29a', fillOpacity: 1, color: '#a8a29a', weight: 1.6 },
    water: { fill: true, fillColor: '#b5d5ea', fillOpacity: 1, color: '#7fb3d5', weight: 1.4 },
    boundaries: { fill: false, color: '#6b6b6b', weight: 1.4, dashArray: '8 4 2 4' },
    names: { fill: true, fillColor: '#52606d', fillOpacity: 1, stroke: false, radius: 2 }
  };
  function pieces(feature, options) {
    var shape = feature.shape, out = [];
    if (!shape) return out;
    if (shape.kind === 'area') out.push(L.polygon(shape.parts, options));
    if (shape.kind === 'line') out.push(L.polyline(shape.parts, L.extend({}, options, { fill: false, stroke: true })));
    var mark = L.extend({}, options, { radius: 4, color: '#1f2933', weight: 1, fillOpacity: 1 });
    var dotted = feature.layer.symbol === 'dotted_areas';
    if (shape.kind === 'point') shape.parts.forEach(function (p) { out.push(L.circleMarker(p, dotted ? mark : options)); });
    if (shape.kind === 'area' && dotted) out.push(L.circleMarker(centre(shape), mark));
    return out;
  }
  function put(feature, options, group) {
    feature.drawn = feature.drawn || pieces(feature, options);
    feature.drawn.forEach(function (piece) { group.addLayer(piece); });
  }
  // The lowest first; within a layer the first entry, the worst, last.
  function draw() {
    upper.clearLayers();
    lower.clearLayers();
    data.context.forEach(function (layer) {
      if (!layer.on) return;
      var options = L.extend({ renderer: below, interactive: false, opacity: 1 }, CONTEXT[layer.kind]);
      layer.features.forEach(function (feature) { put(feature, options, lower); });
    });
    layers.slice().reverse().forEach(function (layer) {
      if (!layer.on) return;
      for (var e = layer.entries.length - 1; e >= 0; --e) {
        if (!layer.entries[e].drawn) continue;
        var options = style(layer, layer.entries[e]);
        layer.features.forEach(function (feature) { if (feature.entry === e) put(feature, options, upper); });
      }
    });
    if (ground) { if (data.ground.on) ground.addTo(map); else ground.remove(); }
    if (tiles) { if (data.tiles.on) tiles.addTo(map); else tiles.remove(); }
    names.draw();
  }
  function isDrawn(feature) {
    return feature.layer.on && (feature.entry === undefined || (feature.entry >= 0 && feature.layer.entries[feature.entry].drawn));
  }

  // Names beside their places; none lies over another.
  var names = {
    on: true,
    canvas: null,
    draw: function () {
      if (!this.canvas) {
        this.canvas = L.DomUtil.create('canvas', 'labels', map.createPane('names'));
        map.getPane('names').style.zIndex = 620;
        map.getPane('names').style.pointerEvents = 'none';
      }
      var size = map.getSize(), scale = sharpness(), canvas = this.canvas;
      L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
      canvas.width = size.x * scale;
      canvas.height = size.y * scale;
      canvas.style.width = size.x + 'px';
      canvas.style.height = size.y + 'px';
      this.written = [];
      if (!this.on) return;
      var pen = canvas.getContext('2d'), taken = [], written = this.written;
      pen.scale(scale, scale);
      pen.textBaseline = 'middle';
      pen.lineJoin = 'round';
      pen.lineWidth = 3;
      pen.strokeStyle = 'rgba(255,255,255,0.9)';
      function write(feature, font, colour) {
        var text = nameOf(feature).replace(/\s+/g, ' ');
        var letters = Array.from(text);
        if (!letters.length || !feature.shape) return;
        if (letters.length > 24) text = letters.slice(0, 23).join('') + '…';
        var at = map.latLngToContainerPoint(feature.shape.kind === 'point' ? feature.shape.parts[0] : centre(feature.shape));
        if (at.x < 0 || at.y < 0 || at.x > size.x || at.y > size.y) return;
        pen.font = font;
        var width = pen.measureText(text).width, dot = feature.shape.kind === 'point' || feature.layer.symbol === 'dotted_areas';
        var x = dot ? at.x + 8 : at.x - width / 2, box = [x - 3, at.y - 9, x + width + 3, at.y + 9];
        if (box[0] < 0 || box[2] > size.x || box[1] < 0 || box[3] > size.y) return;
        // Zones within one another have one name.
        if (feature.layer.symbol === 'painted_areas' && written.some(function (w) { return w.text === text; })) return;
        if (taken.some(function (b) { return b[0] < box[2] && box[0] < b[2] && b[1] < box[3] && box[1] < b[3]; })) return;
        taken.push(box);
        written.push({ text: text, box: box });
        pen.strokeText(text, x, at.y);
        pen.fillStyle = colour;
        pen.fillText(text, x, at.y);
      }
      var inView = map.getBounds();
      function seen(layer) {
        return layer.features.filter(function (f) { return f.shape && isDrawn(f) && inView.contains(centre(f.shape)); });
      }
      var family = '"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif';
      layers.forEach(function (layer) {
        if (!layer.on || !layer.nameField || layer.symbol === 'lines' || layer.symbol === 'outlines') return;
        var list = seen(layer);
        if (list.length <= 80) list.forEach(function (f) { write(f, '12px ' + family, '#111827'); });
      });
      data.context.forEach(function (layer) {
        if (!layer.on) return;
        var large = layer.kind === 'names' || layer.kind === 'settlements';
        seen(layer).slice(0, 2000).forEach(function (f) { write(f, (large ? '13px ' : '11px ') + family, '#52606d'); });
      });
    }
  };
  map.on('moveend zoomend resize', function () { names.draw(); });

  // --- what lies at a place ------------------------------------------------------------------------------------------------
  function inRings(rings, lat, lon) {
    var inside = false;
    rings.forEach(function (ring) {
      for (var i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        var a = ring[i], b = ring[j];
        if ((a[0] > lat) !== (b[0] > lat) && lon < (b[1] - a[1]) * (lat - a[0]) / (b[0] - a[0]) + a[1]) inside = !inside;
      }
    });
    return inside;
  }
  function nearLine(line, at, reach) {
    for (var i = 1; i < line.length; ++i) {
      var a = map.latLngToContainerPoint(line[i - 1]), b = map.latLngToContainerPoint(line[i]);
      if (L.LineUtil.pointToSegmentDistance(at, a, b) <= reach) return true;
    }
    return false;
  }
  function hits(feature, latlng, at, reach, slack) {
    var shape = feature.shape, box = shape.box;
    var far = latlng.lat < box[0] - slack[0] || latlng.lat > box[2] + slack[0] || latlng.lng < box[1] - slack[1] || latlng.lng > box[3] + slack[1];
    if (far) return false;
    if (shape.kind === 'point') return shape.parts.some(function (p) { return map.latLngToContainerPoint(p).distanceTo(at) <= reach; });
    if (shape.kind === 'line') return shape.parts.some(function (line) { return nearLine(line, at, reach); });
    if (feature.layer.symbol === 'dotted_areas' && map.latLngToContainerPoint(centre(shape)).distanceTo(at) <= reach) return true;
    return shape.parts.some(function (rings) { return inRings(rings, latlng.lat, latlng.lng); });
  }
  function found(latlng) {
    var at = map.latLngToContainerPoint(latlng), reach = 8, corner = map.containerPointToLatLng(at.add([reach, reach]));
    var slack = [Math.abs(corner.lat - latlng.lat), Math.abs(corner.lng - latlng.lng)], list = [];
    layers.concat(data.context).forEach(function (layer) {
      if (!layer.on) return;
      layer.features.forEach(function (f) {
        if (!f.shape || !isDrawn(f) || (f.name !== undefined && !f.name)) return;
        if (list.length < 60 && hits(f, latlng, at, reach, slack)) list.push(f);
      });
    });
    return list;
  }

  var HIGH = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };
  function number(v) {
    if (v === 0) return '0';
    var size = Math.abs(v);
    if (size >= 1e-3 && size < 1e9) {
      if (size >= 1e4) return Math.round(v).toString().replace(/\B(?=(\d{3})+$)/g, '\u202f');
      return String(Number(v.toPrecision(5)));
    }
    var parts = v.toExponential(1).split('e');
    return parts[0] + '×10' + String(Number(parts[1])).split('').map(function (c) { return HIGH[c]; }).join('');
  }
  function shown(v) {
    if (v === true) return say(WORDS.yes);
    if (v === false) return say(WORDS.no);
    return typeof v === 'number' ? number(v) : String(v);
  }
  // Of a pair in two languages one is shown.
  function isOther(layer, name) {
    var has = function (n) { return layer.fields.some(function (f) { return f.name === n; }); };
    if (language === 'zh') return /_en$/.test(name) ? has(name.replace(/_en$/, '_zh')) : has(name + '_zh');
    return /_zh$/.test(name) && (has(name.replace(/_zh$/, '_en')) || has(name.replace(/_zh$/, '')));
  }
  function card(feature, open) {
    var layer = feature.layer, box = make('details', 'hit'), head = make('summary');
    var label = feature.entry === undefined ? '' : say(layer.entries[feature.entry].label);
    box.open = open;
    var name = make('bdi', '', nameOf(feature) || label || say(layer.title));
    name.dir = 'auto';
    head.appendChild(name);
    box.appendChild(head);
    box.appendChild(make('div', 'what', say(layer.title) + (label ? ' · ' + label : '')));
    if (!layer.fields) return box;
    var table = make('table');
    // Reasons come first.
    var first = function (field) { return /^reason/.test(field.name); };
    layer.fields.filter(first).concat(layer.fields.filter(function (f) { return !first(f); })).forEach(function (field) {
      var v = value(layer, feature.row, field);
      if (v === null || v === '' || field.hidden || isOther(layer, field.name)) return;
      var row = make('tr');
      row.appendChild(make('th', '', say(field.label)));
      var cell = make('td', '', shown(v));
      cell.dir = 'auto';
      row.appendChild(cell);
      table.appendChild(row);
    });
    box.appendChild(table);
    return box;
  }
  function tell(list, latlng) {
    var box = make('div');
    list.forEach(function (feature, i) { box.appendChild(card(feature, i === 0)); });
    L.popup({ maxWidth: 360, maxHeight: Math.max(160, map.getSize().y * 0.6) }).setLatLng(latlng).setContent(box).openOn(map);
  }
  map.on('click', function (event) {
    if (measuring) { measure(event.latlng); return; }
    var list = found(event.latlng);
    if (list.length) tell(list, event.latlng); else map.closePopup();
  });
  map.on('mousemove', function (event) {
    byId('where').textContent = event.latlng.lat.toFixed(5) + '° N  ' + event.latlng.lng.toFixed(5) + '° E';
  });

  // --- measuring ---------------------------------------------------------------------------------------------------------
  var measuring = null;
  function metres(m) { return m < 1000 ? m.toFixed(1) + ' m' : (m / 1000).toFixed(3) + ' km'; }
  // On the sphere, as distances are; within 0.5 % of the ellipsoid.
  function areaOf(list) {
    var sum = 0, rad = Math.PI / 180;
    list.forEach(function (p, i) {
      var q = list[(i + 1) % list.length];
      sum += (q.lng - p.lng) * rad * (2 + Math.sin(p.lat * rad) + Math.sin(q.lat * rad));
    });
    return Math.abs(sum * 6371000 * 6371000 / 2);
  }
  function measure(latlng) {
    measuring.points.push(latlng);
    measuring.line.setLatLngs(measuring.points);
    var length = 0, p = measuring.points;
    for (var i = 1; i < p.length; ++i) length += map.distance(p[i - 1], p[i]);
    var text = say(WORDS.length) + ' ' + metres(length);
    if (p.length > 2) {
      var area = areaOf(p);
      text += ' · ' + say(WORDS.inside) + ' ' + (area < 1e5 ? area.toFixed(0) + ' m²' : (area / 1e6).toFixed(3) + ' km²');
    }
    byId('measured').textContent = text;
  }
  function toggleMeasure() {
    if (measuring) { measuring.line.remove(); measuring = null; byId('measured').textContent = ''; } else {
      map.closePopup();
      measuring = { points: [], line: L.polyline([], { color: '#1f5fa8', weight: 3, dashArray: '6 4', interactive: false, renderer: L.svg() }).addTo(map) };
      byId('measured').textContent = say(WORDS.measure_hint);
    }
    byId('measure').classList.toggle('on', !!measuring);
    L.DomUtil[measuring ? 'addClass' : 'removeClass'](map.getContainer(), 'leaflet-crosshair');
  }

  // --- the panel ---------------------------------------------------------------------------------------------------------
  function tick(on, change) {
    var box = make('input');
    box.type = 'checkbox';
    box.checked = on;
    box.addEventListener('change', function () { change(box.checked); draw(); panel(); });
    return box;
  }
  function line(className, on, change, swatch, text, count) {
    var label = make('label', className + (on ? '' : ' unticked'));
    if (change) label.appendChild(tick(on, change));
    if (swatch) label.appendChild(swatch);
    label.appendChild(make('span', '', text));
    if (count !== undefined) label.appendChild(make('span', 'count', String(count)));
    return label;
  }
  function hatched(entry) { return entry.paint === 'hatched' || entry.paint === 'counter_hatched'; }
  function swatch(layer, entry) {
    var box = make('span', 'swatch');
    if (layer.symbol === 'dots' || layer.symbol === 'dotted_areas') box.className += ' dot';
    if (layer.symbol === 'lines' || layer.symbol === 'outlines') box.className += ' line';
    if (hatched(entry) && box.className === 'swatch') {
      box.style.background = 'repeating-linear-gradient(' + (entry.paint === 'hatched' ? '-45' : '45') + 'deg,' + entry.colour + ' 0 2px,#fff 2px 5px)';
    } else box.style.background = entry.colour;
    if (entry.paint === 'light') { box.style.border = '1px dashed ' + entry.colour; box.style.opacity = '0.6'; }
    return box;
  }
  function contextSwatch(layer) {
    var look = CONTEXT[layer.kind], area = layer.features.some(function (f) { return f.shape && f.shape.kind === 'area'; });
    var box = make('span', area ? 'swatch' : look.radius ? 'swatch dot' : 'swatch line');
    box.style.background = (look.radius || area ? look.fillColor : look.color) || look.color;
    return box;
  }
  function groundBox() {
    var box = make('div', 'layer');
    box.appendChild(line('', data.ground.on, function (on) { data.ground.on = on; }, null, say(data.ground.title)));
    var slider = make('input', 'entry');
    slider.type = 'range';
    slider.min = 0.1;
    slider.max = 1;
    slider.step = 0.05;
    slider.value = ground.options.opacity;
    slider.title = say(WORDS.strength);
    slider.addEventListener('input', function () { ground.setOpacity(Number(slider.value)); });
    box.appendChild(slider);
    data.ground.legend.forEach(function (entry) {
      box.appendChild(line('entry', data.ground.on, null, swatch({}, entry), say(entry.label)));
    });
    return box;
  }
  function layerBox(layer) {
    var box = make('div', 'layer');
    var total = (layer.counts || []).reduce(function (a, b) { return a + b; }, 0);
    box.appendChild(line('', layer.on, function (on) { layer.on = on; }, layer.entries ? null : contextSwatch(layer), say(layer.title), layer.entries ? total : undefined));
    if (layer.entries && layer.on && !total) box.appendChild(make('div', 'about entry', say(WORDS.nothing)));
    if (layer.about && say(layer.about)) box.appendChild(make('div', 'about entry', say(layer.about)));
    (layer.entries || []).forEach(function (entry, i) {
      if (!layer.counts[i] || !layer.on) return;
      box.appendChild(line('entry', entry.drawn, function (on) { entry.drawn = on; }, swatch(layer, entry), say(entry.label), layer.counts[i]));
    });
    return box;
  }
  function legend() {
    var box = byId('legend'), heading = null;
    box.textContent = '';
    function title(text) { if (text !== heading) box.appendChild(make('h2', '', heading = text)); }
    layers.forEach(function (layer) {
      title(say(layer.group) || say(WORDS.legend));
      box.appendChild(layerBox(layer));
    });
    if (ground) {
      if (!layers.length) title(say(WORDS.legend));
      box.appendChild(groundBox());
    }
    if (!layers.length && !ground) box.appendChild(make('p', 'about', say(WORDS.empty)));
    title(say(WORDS.ground));
    data.context.forEach(function (layer) { box.appendChild(layerBox(layer)); });
    if (tiles) {
      box.appendChild(line('layer', data.tiles.on, function (on) { data.tiles.on = on; }, null, say(WORDS.tiles)));
      if (data.tiles.credit) box.appendChild(make('div', 'about entry', data.tiles.credit));
    }
    box.appendChild(line('layer screen', names.on, function (on) { names.on = on; }, null, say(WORDS.names)));
  }
  function share(part, whole) { return whole > 0 ? (100 * part / whole).toFixed(part && part / whole < 0.001 ? 3 : 1) + '\u00a0%' : '–'; }
  function shares() {
    var box = byId('shares');
    box.textContent = '';
    if (!data.shares || !data.shares.rows.length) return;
    var rows = data.shares.rows, whole = data.shares.parts, sum = function (key) {
      return rows.reduce(function (s, r) { return s + (r[key] || 0); }, 0);
    };
    var knows = rows.some(function (r) { return r.people !== null; });
    box.appendChild(make('h2', '', say(data.shares.title)));
    var table = make('table'), head = make('tr');
    ['', say(WORDS.area)].concat(whole ? [say(WORDS.share)] : [], knows ? [say(WORDS.people)].concat(whole ? [say(WORDS.share)] : []) : [])
      .forEach(function (text) { head.appendChild(make('th', '', text)); });
    table.appendChild(head);
    var area = sum('area_m2'), people = sum('people');
    rows.forEach(function (r) {
      var row = make('tr'), first = make('td');
      var colour = make('span', 'swatch');
      colour.style.background = r.colour;
      first.appendChild(colour);
      first.appendChild(document.createTextNode(say(r.label)));
      row.appendChild(first);
      row.appendChild(make('td', '', r.area_m2 < 1e5 ? (r.area_m2 / 1e6).toFixed(4) : (r.area_m2 / 1e6).toFixed(2)));
      if (whole) row.appendChild(make('td', '', share(r.area_m2, area)));
      if (knows) {
        row.appendChild(make('td', '', r.people === null ? say(WORDS.unknown) : number(Math.round(r.people))));
        if (whole) row.appendChild(make('td', '', r.people === null ? '–' : share(r.people, people)));
      }
      table.appendChild(row);
    });
    box.appendChild(table);
  }
  function panel() {
    document.documentElement.lang = language;
    byId('title').textContent = say(data.title);
    document.title = say(data.title);
    byId('search').placeholder = say(WORDS.search);
    ['measure', 'print', 'whole'].forEach(function (id) { byId(id).textContent = say(WORDS[id]); });
    byId('language').textContent = language === 'zh' ? 'English' : '中文';
    byId('notes-title').textContent = data.notes.length ? say(WORDS.notes) : '';
    var list = byId('notes');
    list.textContent = '';
    data.notes.forEach(function (note) { list.appendChild(make('li', '', say(note))); });
    byId('notice').textContent = say(WORDS.made) + ' ' + data.made;
    legend();
    shares();
  }

  // --- searching ---------------------------------------------------------------------------------------------------------
  function go(feature) {
    var layer = feature.layer, at = L.latLng(centre(feature.shape));
    layer.on = true;
    if (feature.entry >= 0) layer.entries[feature.entry].drawn = true;
    draw();
    panel();
    if (feature.shape.kind === 'point') map.setView(at, Math.max(map.getZoom(), 15));
    else map.fitBounds([[feature.shape.box[0], feature.shape.box[1]], [feature.shape.box[2], feature.shape.box[3]]], { maxZoom: 16, padding: [60, 60] });
    tell([feature], at);
  }
  function search(text) {
    var wanted = text.trim().toLowerCase(), box = byId('found'), list = [];
    box.textContent = '';
    if (!wanted) return;
    layers.concat(data.context).some(function (layer) {
      return layer.features.some(function (f) {
        if (!f.shape || f.entry < 0) return false;
        var own = nameOf(f), id = layer.fields ? value(layer, f.row, 'id') : null;
        var hit = own.toLowerCase().indexOf(wanted) >= 0 || (id !== null && String(id).toLowerCase().indexOf(wanted) >= 0);
        if (hit) list.push(f);
        return list.length >= 50;
      });
    });
    list.forEach(function (f) {
      var button = make('button'), name = make('bdi', '', nameOf(f)), note = make('small', '', ' ' + say(f.layer.title));
      button.type = 'button';
      button.appendChild(name);
      button.appendChild(note);
      button.addEventListener('click', function () { go(f); });
      box.appendChild(button);
    });
    if (!list.length) box.appendChild(make('small', '', say(WORDS.none)));
  }
  byId('search').addEventListener('input', function (event) { search(event.target.value); });
  byId('search').addEventListener('keydown', function (event) {
    var first = byId('found').querySelector('button');
    if (event.key === 'Enter' && first) first.click();
  });
  byId('language').addEventListener('click', function () { language = language === 'zh' ? 'en' : 'zh'; map.closePopup(); panel(); draw(); });
  byId('measure').addEventListener('click', toggleMeasure);
  byId('whole').addEventListener('click', function () { map.fitBounds(view); });
  byId('print').addEventListener('click', function () { window.print(); });
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape' && measuring) toggleMeasure(); });

  // On paper the map has another size than on the screen, and drawings go there as pictures: Chromium prints a canvas with
  // white where it is clear.
  var before = null;
  function resize(now) {
    printing = now;
    document.body.classList[now ? 'add' : 'remove']('printing');
    map.invalidateSize({ pan: false });
    map.fitBounds(before, { animate: false });
    if (!now) return;
    document.querySelectorAll('#map canvas').forEach(function (canvas) {
      var picture = make('img', 'drawing');
      picture.style.cssText = canvas.style.cssText;
      picture.src = canvas.toDataURL();
      canvas.parentNode.insertBefore(picture, canvas);
    });
  }
  window.addEventListener('beforeprint', function () {
    before = map.getBounds();
    resize(true);
  });
  window.addEventListener('afterprint', function () {
    document.querySelectorAll('#map img.drawing').forEach(function (picture) { picture.remove(); });
    resize(false);
  });

  if (data.ground) data.ground.on = true;
  if (data.tiles) data.tiles.on = true;
  panel();
  draw();
  // For who looks at the page from outside.
  window.sise = { map: map, data: data, layers: layers, found: found, names: names, ready: true };
})();
