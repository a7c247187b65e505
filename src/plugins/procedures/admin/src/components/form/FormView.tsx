import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';

import type { Form } from '@bpmn-io/form-js-viewer';
import * as React from 'react';
import { flushSync } from 'react-dom';

import type { FieldProblem, FormSchema, FormValues } from '../../../../shared/contracts';
import { useText } from '../../text/useText';
import { Skeleton } from '../Skeleton';
import { useSameContent } from '../useSameContent';
import { FoldBar } from './FoldBar';
import { FormFrame, FormPlace } from './FormFrame';
import { foldsOf, hiddenGroups, isFilled } from './folds';
import { formHeight } from './formHeight';
import { type FieldInstance, findInstance, formErrors, inputId } from './formProblems';
import { translateForm } from './formWords';
import { prepareSchema } from './prepareSchema';
import { translatePlaceholders } from './translatePlaceholders';

export interface FormHandle {
  /** what is in the fields now, valid or not; null: the form is not there yet */
  values(): FormValues | null;
  /** checks every field and shows what is wrong; null when something is, or while an earlier check goes on */
  submit(): Promise<FormValues | null>;
  showProblems(problems: FieldProblem[]): void;
  goTo(path: string): void;
  /** stands before the first field, as when the form was opened */
  goToStart(): void;
}

interface Props {
  schema: FormSchema;
  /** taken when the form opens; later values are the person's own */
  initial: FormValues;
  readOnly?: boolean;
  focusFirst?: boolean;
  onChange?(values: FormValues): void;
  /** Ctrl + Enter in any field */
  onSubmitKey?(): void;
}

const SETTLE_MS = 150;
/** A field of dates and times hands over what was typed only after the page was painted, several times over. */
const MOST_PAINTS = 8;
/** Where nobody looks nothing is painted. */
const PAINT_MS = 100;

/** The parts of form-js that its types keep to themselves. */
type FormInside = Form & {
  _getSubmitData(): FormValues;
  _getState(): { data: FormValues };
  _setState(state: { errors: Record<string, unknown> }): void;
  get(name: 'formFieldInstanceRegistry'): { getAllKeyed(): FieldInstance[] };
};

const painted = () =>
  new Promise<void>((resolve) => {
    const late = setTimeout(resolve, PAINT_MS);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });

/** Ids of the fields that are wrong once all have handed over what is in them; known at once where none is. */
async function wrongAtRest(form: React.RefObject<FormInside>): Promise<string[]> {
  const wrongNow = () => Object.keys((form.current?.validate() ?? {}) as Record<string, unknown>);
  let wrong = wrongNow();
  for (let paints = 0; wrong.length > 0 && paints < MOST_PAINTS; paints += 1) {
    await painted();
    wrong = wrongNow();
  }
  return wrong;
}

/**
 * A form-js form. It is made once for what a schema says: give the component a `key` to open another. One that must be made
 * again, for the schema or the language has changed, goes on with what is in its fields.
 */
export const FormView = React.forwardRef<FormHandle, Props>(
  ({ schema: given, initial, readOnly = false, focusFirst = false, onChange, onSubmitKey }, ref) => {
    const schema = useSameContent(given);
    const { language, pick, t } = useText();
    const place = React.useRef<HTMLDivElement>(null);
    const form = React.useRef<FormInside | null>(null);
    const [ready, setReady] = React.useState(false);
    const folds = React.useMemo(() => foldsOf(schema), [schema]);
    const [unfolded, setUnfolded] = React.useState<string[]>(() =>
      foldsOf(schema)
        .filter((fold) => isFilled(fold, initial))
        .map(({ id }) => id),
    );
    const [heights] = React.useState(() => {
      const folded = folds.map(({ id }) => id).filter((id) => !unfolded.includes(id));
      return { narrow: formHeight(schema, folded, 1), wide: formHeight(schema, folded, 2) };
    });
    const checking = React.useRef(false);
    const report = React.useRef({ onChange, onSubmitKey });
    report.current = { onChange, onSubmitKey };
    const opened = React.useRef({ values: initial, focusFirst });
    const locked = React.useRef(readOnly);
    locked.current = readOnly;

    React.useEffect(() => {
      let gone = false;
      let made: FormInside | undefined;
      (async () => {
        const { Form } = await import('@bpmn-io/form-js-viewer');
        if (gone || !place.current) return;
        made = new Form({
          container: place.current,
          additionalModules: [{ translate: ['value', translateForm(language)] }],
        }) as FormInside;
        await made.importSchema(prepareSchema(schema), structuredClone(opened.current.values));
        if (gone) return;
        made.setProperty('readOnly', locked.current);
        form.current = made;
        setReady(true);
        // form-js tells of every change of its state; only changed values are news here.
        // Fields fill in their defaults while they are first drawn, which is nobody's typing.
        let known = '';
        const settle = () => {
          known = JSON.stringify(made?._getSubmitData() ?? {});
        };
        setTimeout(settle, SETTLE_MS);
        made.on('changed', () => {
          const values = made?._getSubmitData() ?? {};
          const text = JSON.stringify(values);
          if (known === '' || text === known) return;
          known = text;
          report.current.onChange?.(values);
        });
      })();
      return () => {
        gone = true;
        if (form.current) opened.current.values = form.current._getState().data;
        form.current = null;
        made?.destroy();
      };
    }, [schema, language]);

    const choose = t('form.choose');
    React.useEffect(() => {
      const { current } = place;
      if (!current) return undefined;
      const stop = translatePlaceholders(current, choose);
      const onKey = (event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.stopPropagation();
        event.preventDefault();
        report.current.onSubmitKey?.();
      };
      // On its way down: fields of choice, of dates and of times keep Enter to themselves on its way up.
      current.addEventListener('keydown', onKey, true);
      return () => {
        stop();
        current.removeEventListener('keydown', onKey, true);
      };
    }, [choose]);

    React.useEffect(() => {
      if (ready) form.current?.setProperty('readOnly', readOnly);
    }, [readOnly, ready]);

    // Before the first field, not in it: a focused select throws its list open. Tab goes on from here.
    // In the moment in which the form is shown: later it would close a list that a quick hand has opened.
    React.useLayoutEffect(() => {
      if (ready && opened.current.focusFirst) place.current?.focus({ preventScroll: true });
    }, [ready]);

    React.useImperativeHandle(ref, () => {
      const instances = () => form.current?.get('formFieldInstanceRegistry').getAllKeyed() ?? [];
      const focus = (instance: FieldInstance | undefined) => {
        if (!instance || !form.current) return;
        // What is wrong is never behind a fold.
        flushSync(() => setUnfolded(foldsOf(schema).map(({ id }) => id)));
        const input = document.getElementById(inputId(form.current._id, instance));
        const field = input ?? place.current?.querySelector<HTMLElement>(`[id*="-${CSS.escape(instance.id)}"]`);
        field?.scrollIntoView({ block: 'center' });
        field?.focus({ preventScroll: true });
      };
      return {
        values: () => form.current?._getSubmitData() ?? null,
        submit: async () => {
          if (!form.current || checking.current) return null;
          // A text field hands over its last letters when it is left.
          if (document.activeElement instanceof HTMLElement && place.current?.contains(document.activeElement)) {
            document.activeElement.blur();
          }
          checking.current = true;
          const wrong = await wrongAtRest(form).finally(() => {
            checking.current = false;
          });
          if (!form.current) return null;
          if (wrong.length === 0) return form.current._getSubmitData();
          focus(instances().find(({ id }) => wrong.includes(id)));
          return null;
        },
        showProblems: (problems) => form.current?._setState({ errors: formErrors(instances(), problems, pick) }),
        goTo: (path) => focus(findInstance(instances(), path)),
        goToStart: () => place.current?.focus({ preventScroll: true }),
      };
    }, [pick, schema]);

    return (
      <FormFrame $choose={choose} $hidden={hiddenGroups(folds.filter(({ id }) => !unfolded.includes(id)))}>
        <FormPlace $heights={ready ? null : heights}>
          {!ready && <Skeleton rows={4} />}
          <div ref={place} tabIndex={-1} style={{ visibility: ready ? 'visible' : 'hidden', outline: 'none' }} />
        </FormPlace>
        {ready && (
          <FoldBar
            folds={folds}
            open={unfolded}
            onToggle={({ id }) =>
              setUnfolded((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
            }
          />
        )}
      </FormFrame>
    );
  },
);
FormView.displayName = 'FormView';
